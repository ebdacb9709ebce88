import pytest

from organisations.directory.names import as_written


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("ST MARY'S NHS FOUNDATION TRUST", "St Mary's NHS Foundation Trust"),
        ("THE ELDER VALE AND MOOR HOSPITAL", "The Elder Vale and Moor Hospital"),
        ("MOOR-ON-THE-WATER SURGERY", "Moor-on-the-Water Surgery"),
        ("DR O'BRIEN & PARTNERS", "Dr O'Brien & Partners"),
        ("DR MCALDER'S PRACTICE", "Dr McAlder's Practice"),
        ("VALE GP OUT OF HOURS (OOH)", "Vale GP Out of Hours (OOH)"),
        ("JP SMYTHE LTD", "JP Smythe Ltd"),
        ("1ST FLOOR, MILLBROOK  HOUSE", "1st Floor, Millbrook House"),
        ("WARD B12", "Ward B12"),
        ("ELDER VALE ICB", "Elder Vale ICB"),
        ("Elder Vale eHealth", "Elder Vale eHealth"),
        ("", ""),
    ],
)
def test_a_shouted_name_is_written_as_people_write_it(shouted, written):
    assert as_written(shouted) == written
