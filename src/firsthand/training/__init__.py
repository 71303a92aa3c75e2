"""How the model in `tagging` was made: corpora, network, fitting, export, evaluation. Never imported at run time."""
