"""Names of months and weekdays in the languages that exports come in."""

from __future__ import annotations

_MONTHS = """
januari jan january januar jänner jän enero ene
februari feb february februar feber febrero febr
mars mar march marts märz maerz marzo mär mrz mrt
april apr abril abr
maj may mai mayo
juni jun june junio
juli jul july julio
augusti aug august agosto ago
september sep sept septiembre setiembre set
oktober okt october oct octubre
november nov noviembre
december dec dezember dez desember des diciembre dic
"""

MONTHS: dict[str, int] = {
    name: number
    for number, line in enumerate(_MONTHS.split("\n")[1:-1], 1)
    for name in line.split()
}

_WEEKDAYS = """
mon tue wed thu fri sat sun tues thur thurs
monday tuesday wednesday thursday friday saturday sunday
mån tis ons tor tors fre lör sön måndag tisdag onsdag torsdag fredag lördag söndag
man tir tirs lør søn mandag tirsdag lørdag søndag
mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag
lun mar mié mie jue vie sáb sab dom lunes martes miércoles jueves viernes sábado domingo
"""

WEEKDAYS = frozenset(_WEEKDAYS.split())
