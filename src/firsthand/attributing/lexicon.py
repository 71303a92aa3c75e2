"""Verbs and nouns of saying, by what one does with them; dictionary forms, complete by meaning as far as we know."""

from __future__ import annotations

from firsthand.model import Act
from firsthand.text.word_lists import listed

ASSERT = listed(
    """
say tell report write state add announce declare note explain remark comment reply respond answer insist assert contend
maintain argue claim confirm admit acknowledge concede reveal disclose testify inform notify recall recount relate
mention observe stress emphasise emphasize underline underscore highlight reiterate repeat suggest indicate point
conclude describe call tweet post publish broadcast boast joke quip complain lament cry exclaim shout yell whisper
mutter murmur chant sing brief advise assure reassure attest certify affirm aver agree quote cite estimate determine
find show demonstrate prove imply hint intimate signal advertise tout hail praise laud welcome thank apologise apologize
congratulate label term characterise characterize brand portray depict liken compare summarise summarize detail
outline clarify specify elaborate continue interject counter retort rejoin object protest caution warn alert confess
confide divulge leak blog opine preach lecture proclaim pronounce rule decide swear record list document record
underline defend justify criticise criticize condemn denounce decry deplore slam blast rebuke chide chastise lambast
lambaste lash deride mock ridicule scold ask
"""
)
DENY = listed(
    """
deny reject dismiss refute dispute rebut repudiate contradict disavow disown rubbish debunk discount gainsay disclaim
disprove negate downplay contest deride shrug brush discredit pooh-pooh
"""
)
ACCUSE = listed(
    "accuse allege blame charge incriminate impugn denounce implicate indict fault finger insinuate impeach"
)
PROMISE = listed("promise pledge vow commit guarantee undertake swear offer assure")
THREATEN = listed("threaten menace")
REQUEST = listed(
    """
urge demand request order ask call appeal instruct command beg plead implore beseech exhort recommend propose press
push petition lobby insist advise encourage invite require direct tell counsel summon warn pressure prod solicit
advocate stress underline underscore emphasise emphasize seek
"""
)
"""Verbs that ask for something; most of them only with an infinitive or a preposition, as `REQUEST_BY_FORM` says."""
OUTRIGHT_REQUEST = listed(
    "urge demand request order appeal instruct command beg plead implore beseech exhort petition summon solicit"
    " advocate recommend propose"
)
REQUEST_BEFORE_TO = listed(
    "ask tell call press push advise encourage invite require direct counsel warn pressure prod lobby want"
)
BELIEVE = listed(
    """
believe think suspect fear hope worry feel doubt suppose assume consider reckon guess imagine presume surmise trust
dread judge deem sense figure regard concern view see conceive speculate wish understand fret
"""
)
FEARFUL = listed("fear hope worry dread wish fret speculate concern")
"""Those that hold a thing possible and no more."""
PREDICT = listed("predict forecast expect anticipate project foresee foretell prophesy envisage envision")
QUESTION = listed("question ask wonder inquire enquire query")
REFUSE = listed("decline refuse")
COMMENTING = listed(
    "comment respond reply answer say discuss elaborate speak talk disclose confirm reveal name identify specify return"
    " address provide give explain speculate detail divulge"
)
"""What one does who does not refuse comment."""
SAYING = ASSERT | DENY | ACCUSE | PROMISE | THREATEN | REQUEST | BELIEVE | PREDICT | QUESTION | frozenset({"according"})

CLAIM_NOUNS: dict[str, Act] = {
    **dict.fromkeys(("allegation", "accusation", "charge", "criticism", "imputation", "insinuation", "complaint"),
                    Act.ACCUSE),
    **dict.fromkeys(("claim", "report", "rumour", "rumor", "suggestion", "assertion", "speculation", "notion", "idea",
                     "contention", "hint", "gossip", "talk", "hearsay", "story", "account", "statement"),
                    Act.ASSERT),
    **dict.fromkeys(("concern", "fear", "suspicion", "belief", "worry", "perception", "doubt"), Act.BELIEVE),
}  # fmt: skip
"""Nouns that hold a claim ("allegations that …"), and what one does who makes it."""
NOUN_ACTS: dict[str, Act] = {
    **CLAIM_NOUNS,
    **dict.fromkeys(("denial", "rejection", "rebuttal", "dismissal", "refutation"), Act.DENY),
    **dict.fromkeys(("promise", "pledge", "vow", "commitment", "assurance", "guarantee"), Act.PROMISE),
    **dict.fromkeys(("threat", "ultimatum"), Act.THREATEN),
    **dict.fromkeys(("call", "demand", "request", "appeal", "order", "plea", "instruction", "recommendation", "command",
                     "proposal", "invitation"), Act.REQUEST),
    **dict.fromkeys(("hope", "view", "opinion", "expectation", "conviction", "sense", "feeling"), Act.BELIEVE),
    **dict.fromkeys(("prediction", "forecast", "projection", "prognosis"), Act.PREDICT),
    **dict.fromkeys(("question", "query", "inquiry"), Act.QUESTION),
}  # fmt: skip
ANAPHORIC_CLAIMS = listed(
    "allegation accusation charge claim report rumour rumor suggestion assertion criticism denial statement it this"
    " that"
    " they them these those all any such everything wrongdoing involvement responsibility same"
)
"""Words that take up what was said before."""

SOURCES = listed(
    """
source official officer spokesman spokeswoman spokesperson spokespeople witness eyewitness expert analyst police
ministry minister government authority authorities diplomat lawyer attorney aide insider person people someone
somebody report document data record paper filing statement study survey poll figure statistic agency department
office police military army commander general resident activist doctor scientist researcher economist investigator
prosecutor detective judge court president chief head director leader member executive employee worker relative
family friend colleague neighbour neighbor adviser advisor representative lawmaker legislator senator secretary
ambassador envoy premier governor mayor teacher professor academic scholar observer monitor group organisation
organization company firm bank institute center centre council committee commission party union media outlet
newspaper broadcaster website memo letter email e-mail cable transcript interview image imagery photo video footage
"""
)
"""Nouns for those who can be cited, and for what can be cited in their place."""
REPRESENTATIVES = listed(
    """
lawyer attorney solicitor barrister counsel spokesman spokeswoman spokesperson representative agent aide translator
interpreter intermediary mediator publicist press-secretary secretary advocate
"""
)
AUTHORITIES = listed(
    "police detective investigator prosecutor officer authority authorities inspector sheriff constable deputy"
)
"""Who hears a witness and passes on what he said, through one of their own."""

WRONGS = listed(
    """
kill murder slay slaughter massacre execute assassinate attack bomb shell shoot strike ambush raid invade torture abuse
rape assault beat molest harass persecute oppress intimidate terrorise terrorize threaten bully steal rob loot plunder
embezzle launder bribe smuggle traffic violate breach break flout infringe lie deceive mislead cheat defraud swindle rig
hack spy bug meddle interfere blackmail extort kidnap abduct discriminate conceal falsify fabricate forge poison
sabotage undermine exploit destroy burn hijack seize orchestrate mastermind muzzle silence censor suppress
smear slander
defame manipulate misuse squander neglect disinform provoke occupy annex starve deport displace desecrate vandalise
vandalize
stab strangle stalk coerce collude conspire plot collaborate arm finance harbour harbor rape gas
"""
)
WRONG_NOUNS = listed(
    """
corruption bribery fraud crime genocide aggression terrorism terror torture abuse violation breach misconduct theft
murder massacre atrocity propaganda lie betrayal treason espionage sabotage collusion conspiracy blackmail extortion
nepotism discrimination racism persecution repression oppression negligence incompetence hypocrisy cruelty brutality
provocation blackmail smear disinformation invasion attack killing assassination
"""
)
"""Wrongdoing, which whoever lays it on somebody accuses him of, whatever the verb."""
LIKELY = listed(
    "likely probably presumably apparently seemingly evidently unlikely supposedly mostly doubtless"
    " seem appear suspect estimate"
)
MAYBE = listed("may might could can possibly perhaps maybe potentially conceivably reportedly allegedly")
SUGGESTING = listed("suggest indicate imply hint intimate insinuate point appear seem purport speculate estimate")
"""Verbs that leave a way out: the source does not vouch flatly."""
HEARSAY = listed("allegedly reportedly purportedly supposedly ostensibly")
"""Adverbs by which the narrator gives the word to somebody whom he does not name."""
NEED = listed("need necessity importance urgency imperative")
OBLIGING = listed("must should ought shall")
