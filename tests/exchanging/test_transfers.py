import pytest

from exchanging.trees import row, tagged, told
from firsthand.exchanging import exchange
from firsthand.model import Form, Moment, Span, Statement, Tagged

SALE = (
    "Norland/NNP/1/nsubj sold/VBD/1/ROOT two/CD/4/nummod dozen/NN/2/quantmod tanks/NNS/1/dobj to/IN/1/prep"
    " Vestia/NNP/5/pobj for/IN/1/prep $/$/10/quantmod 40/CD/10/compound million/CD/7/pobj in/IN/1/prep May/NNP/11/pobj"
    " ././1/punct"
)


def test_a_sale_is_goods_one_way_and_money_the_other() -> None:
    goods, money = told(SALE)
    assert row(goods) == ("Norland", "Vestia", ["tank"], "completed")
    assert row(money) == ("Vestia", "Norland", ["million"], "completed")
    assert (goods.in_return_for, money.in_return_for) == (money.id, goods.id)
    assert goods.items[0].quantity
    assert goods.items[0].quantity.least == 24


def test_passive_with_the_receiver_as_subject() -> None:
    given, back = told(
        "Vestia/NNP/2/nsubjpass was/VBD/2/auxpass given/VBN/2/ROOT 20/CD/4/nummod helicopters/NNS/2/dobj by/IN/2/agent"
        " Norland/NNP/5/pobj in/IN/2/prep exchange/NN/7/pobj for/IN/8/prep grain/NN/9/pobj and/CC/10/cc"
        " cash/NN/10/conj ././2/punct"
    )
    assert row(given) == ("Norland", "Vestia", ["helicopter"], "completed")
    assert row(back) == ("Vestia", "Norland", ["grain", "cash"], "completed")


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (
            (
                "The/DT/1/det ministry/NN/2/nsubj denied/VBD/2/ROOT supplying/VBG/2/xcomp shells/NNS/3/dobj to/IN/3/prep"
                " the/DT/7/det rebels/NNS/5/pobj ././2/punct"
            ),
            ("The ministry", "the rebels", ["shell"], "denied"),
        ),
        (
            "Vestia/NNP/1/nsubj asked/VBD/1/ROOT Norland/NNP/1/dobj for/IN/1/prep weapons/NNS/3/pobj ././1/punct",
            ("Norland", "Vestia", ["weapon"], "requested"),
        ),
        (
            (
                "Norland/NNP/2/nsubj has/VBZ/2/aux suspended/VBN/2/ROOT its/PRP$/4/poss aid/NN/2/dobj to/IN/4/prep"
                " the/DT/8/det Vestian/JJ/8/amod government/NN/5/pobj ././2/punct"
            ),
            ("Norland", "the Vestian government", ["aid"], "refused"),
        ),
        (
            (
                "The/DT/1/det bank/NN/2/nsubj provided/VBD/2/ROOT aid/NN/2/dobj to/IN/2/prep the/DT/6/det"
                " refugees/NNS/4/pobj ././2/punct"
            ),
            ("The bank", "the refugees", ["aid"], "completed"),
        ),
        (
            (
                "The/DT/1/det drones/NNS/10/nsubj ,/,/1/punct which/WDT/5/dobj Norland/NNP/5/nsubj supplied/VBD/1/relcl"
                " to/IN/5/prep Vestia/NNP/6/pobj ,/,/1/punct never/RB/10/neg arrived/VBD/10/ROOT ././10/punct"
            ),
            ("Norland", "Vestia", ["drone"], "completed"),
        ),
        (
            (
                "Officials/NNS/1/nsubj accused/VBD/1/ROOT Norland/NNP/1/dobj of/IN/1/prep supplying/VBG/3/pcomp"
                " Vestia/NNP/4/dobj with/IN/4/prep missiles/NNS/6/pobj ././1/punct"
            ),
            ("Norland", "Vestia", ["missile"], "suspected"),
        ),
        (
            (
                "Norland/NNP/1/nsubj promised/VBD/1/ROOT that/IN/7/mark it/PRP/7/nsubj would/MD/7/aux no/RB/6/neg"
                " longer/RB/7/advmod sell/VB/1/ccomp weapons/NNS/7/dobj to/IN/7/dative Vestia/NNP/9/pobj ././1/punct"
            ),
            ("it", "Vestia", ["weapon"], "refused"),
        ),
        (
            (
                "Vestia/NNP/1/nsubj wants/VBZ/1/ROOT to/TO/3/aux buy/VB/1/xcomp Norlandian/JJ/5/amod submarines/NNS/3/dobj"
                " ././1/punct"
            ),
            ("Norlandian", "Vestia", ["submarine"], "planned"),
        ),
        (
            (
                "The/DT/1/det smuggler/NN/3/nsubjpass was/VBD/3/auxpass extradited/VBN/3/ROOT from/IN/3/prep"
                " Norland/NNP/4/pobj to/IN/3/prep Vestia/NNP/6/pobj ././3/punct"
            ),
            ("Norland", "Vestia", ["smuggler"], "completed"),
        ),
        (
            (
                "Norland/NNP/1/nsubj announced/VBD/1/ROOT the/DT/3/det delivery/NN/1/dobj of/IN/3/prep thousands/NNS/4/pobj"
                " of/IN/5/prep rifles/NNS/6/pobj to/IN/3/prep Vestia/NNP/8/pobj ././1/punct"
            ),
            ("Norland", "Vestia", ["rifle"], "planned"),
        ),
    ],
)
def test_who_gives_what_to_whom(tree: str, expected: tuple[str, str, list[str], str]) -> None:
    assert [row(found) for found in told(tree)] == [expected]


def test_a_request_refused_is_two_records() -> None:
    asked, refused = sorted(
        told(
            "Norland/NNP/1/nsubj rejected/VBD/1/ROOT Vestia/NNP/4/poss 's/POS/2/case request/NN/1/dobj for/IN/4/prep"
            " fuel/NN/5/pobj ././1/punct"
        ),
        key=lambda one: one.status.value,
        reverse=True,
    )
    assert row(asked) == ("Norland", "Vestia", ["fuel"], "requested")
    assert row(refused) == ("Norland", "Vestia", ["fuel"], "refused")


def test_a_range_is_one_sum() -> None:
    (gift,) = told(
        "The/DT/1/det fund/NN/2/nsubj donated/VBD/2/ROOT between/IN/6/quantmod $/$/6/quantmod 10/CD/6/compound"
        " million/CD/2/dobj and/CC/6/cc $/$/10/quantmod 25/CD/10/compound million/CD/6/conj to/IN/2/prep the/DT/13/det"
        " hospital/NN/11/pobj ././2/punct"
    )
    (item,) = gift.items
    assert item.quantity
    assert (item.quantity.least, item.quantity.greatest, item.quantity.unit) == (10e6, 25e6, "USD")


@pytest.mark.parametrize(
    "tree",
    [
        (
            "The/DT/1/det governor/NN/2/nsubj delivered/VBD/2/ROOT a/DT/4/det speech/NN/2/dobj and/CC/2/cc traded/VBD/2/conj"
            " insults/NNS/6/dobj with/IN/6/prep reporters/NNS/8/pobj ././2/punct"
        ),
        (
            "The/DT/1/det court/NN/2/nsubj handed/VBD/2/ROOT down/RP/2/prt a/DT/5/det verdict/NN/2/dobj after/IN/9/mark"
            " the/DT/8/det soldiers/NNS/9/nsubj exchanged/VBD/2/advcl fire/NN/9/dobj ././2/punct"
        ),
        (
            "If/IN/2/mark Vestia/NNP/2/nsubj were/VBD/12/advcl to/TO/4/aux buy/VB/2/xcomp missiles/NNS/4/dobj from/IN/4/prep"
            " Norland/NNP/6/pobj ,/,/12/punct its/PRP$/10/poss neighbours/NNS/12/nsubj would/MD/12/aux worry/VB/12/ROOT"
            " ././12/punct"
        ),
        (
            "The/DT/1/det rebels/NNS/2/nsubj acquired/VBD/2/ROOT the/DT/4/det rifles/NNS/2/dobj from/IN/2/prep the/DT/7/det"
            " army/NN/5/pobj in/IN/2/prep a/DT/10/det raid/NN/8/pobj ././2/punct"
        ),
    ],
)
def test_not_everything_given_or_taken_is_an_exchange(tree: str) -> None:
    assert told(tree) == []


def test_rests_on_the_statement_and_keeps_the_moment_of_its_clause() -> None:
    text, words = tagged(SALE)
    may = Span(text.index("May"), text.index("May") + 3)
    said = Statement("s1", (Span(0, len(text)),), None, None, Form.INDIRECT, 0.9)
    found, _ = exchange(text, words, (said,), (Moment("2031-05", may),))
    assert found[0].according_to == ("s1",)
    assert found[0].when == Moment("2031-05", may)


def test_a_text_without_a_tree_has_nothing() -> None:
    assert exchange("Norland sold tanks to Vestia.", Tagged()) == ((), ())


def test_a_denial_is_the_same_transfer_denied() -> None:
    sold, denied = told(
        "Norland/NNP/1/nsubj sold/VBD/1/ROOT arms/NNS/1/dobj to/IN/1/prep Vestia/NNP/3/pobj ,/,/1/punct but/CC/1/cc"
        " Vestia/NNP/8/nsubj denies/VBZ/1/conj this/DT/8/dobj ././8/punct"
    )
    assert row(sold) == ("Norland", "Vestia", ["arm"], "completed")
    assert row(denied) == ("Norland", "Vestia", ["arm"], "denied")


def test_a_second_gift_goes_where_the_first_went() -> None:
    _, second = told(
        "Norland/NNP/1/nsubj gave/VBD/1/ROOT $/$/3/quantmod 10/CD/1/dobj to/IN/1/prep the/DT/6/det fund/NN/4/pobj"
        " ././1/punct Another/DT/10/det $/$/10/quantmod 2/CD/12/nsubjpass was/VBD/12/auxpass donated/VBN/12/ROOT"
        " by/IN/12/agent Vestia/NNP/13/pobj ././12/punct"
    )
    assert row(second)[:2] == ("Vestia", "the fund")


def test_what_likely_comes_back_is_suspected() -> None:
    given, back = told(
        "Norland/NNP/1/nsubj shipped/VBD/1/ROOT shells/NNS/1/dobj to/IN/1/prep Vestia/NNP/3/pobj ,/,/1/punct"
        " likely/RB/7/advmod in/IN/1/prep exchange/NN/7/pobj for/IN/8/prep fuel/NN/9/pobj ././1/punct"
    )
    assert (given.status.value, back.status.value) == ("completed", "suspected")


def test_a_phrase_does_not_begin_in_the_middle_of_a_measure() -> None:
    tree = (
        "Norland/NNP/1/nsubj sold/VBD/1/ROOT its/PRP$/6/poss 40/CD/4/nummod per/IN/1/prep cent/NN/6/compound"
        " stake/NN/1/dobj to/IN/1/prep Vestia/NNP/7/pobj ././1/punct"
    )
    text, _ = tagged(tree)
    (sale,) = told(tree)
    (item,) = sale.items
    assert (item.head, item.span.of(text)) == ("stake", "40 per cent stake")
    assert item.quantity
    assert (item.quantity.least, item.quantity.unit) == (40, "percent")


def test_what_is_paid_a_sum_takes_it_whatever_it_is() -> None:
    (payment,) = told(
        "Norland/NNP/2/nsubj had/VBD/2/aux given/VBN/2/ROOT the/DT/4/det trust/NN/2/dobj $/$/6/quantmod 9m/CD/2/dobj"
        " for/IN/2/prep repairs/NNS/7/pobj ././2/punct"
    )
    assert row(payment)[:2] == ("Norland", "the trust")
