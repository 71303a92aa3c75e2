"""How often one address may write."""

from firsthand.web.pace import MOST_ADDRESSES, Pace


def test_an_address_waits_for_its_own_writings_alone(clock) -> None:
    pace = Pace(2, 60, clock)
    assert [pace.wait("192.0.2.1") for _ in range(2)] == [0, 0]
    clock.now = 20
    assert pace.wait("192.0.2.1") == 40
    assert pace.wait("192.0.2.2") == 0
    clock.now = 60
    assert pace.wait("192.0.2.1") == 0


def test_a_network_of_one_household_is_one_address(clock) -> None:
    pace = Pace(1, 60, clock)
    assert pace.wait("2001:db8:1:2::1") == 0
    assert pace.wait("2001:db8:1:2:ffff::9") == 60
    assert pace.wait("2001:db8:1:3::1") == 0
    assert pace.wait("::ffff:192.0.2.1") == 0
    assert pace.wait("192.0.2.1") == 60
    assert pace.wait("a proxy") == 0


def test_only_so_many_addresses_are_remembered(clock) -> None:
    pace = Pace(1, 60, clock)
    for number in range(MOST_ADDRESSES + 10):
        pace.wait(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}")
    assert len(pace._seen) == MOST_ADDRESSES
    clock.now = 61
    pace.wait("192.0.2.1")
    assert len(pace._seen) == 1
