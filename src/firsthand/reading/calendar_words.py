"""Months, weekdays and the word for today in the languages of news, as pages write them beside a date."""

from __future__ import annotations

_MONTHS = """
january jan gen janv ene januar januari jänner janvier gennaio enero janeiro janvāris styczeń stycznia styczen
января січня ocak ledna január ianuarie ιανουαρίου siječnja januara tammikuuta /
february feb févr fév fev februar februari février fevrier febbraio febrero fevereiro luty lutego февраля лютого
şubat února február februarie φεβρουαρίου veljače februara helmikuuta /
march mar märz maerz mars marzo março marco maart marzec marca марта березня mart března március martie μαρτίου
ožujka marta maaliskuuta /
april apr avr abr avril aprile abril kwiecień kwietnia апреля квітня nisan dubna április aprilie απριλίου travnja
aprila huhtikuuta /
may mai mag maggio mayo maio mei maj maja мая травня mayıs května május μαΐου svibnja toukokuuta /
june jun giu juni juin giugno junio junho czerwiec czerwca июня червня haziran června június iunie ιουνίου lipnja
juna kesäkuuta /
july jul juil lug juli juillet luglio julio julho lipiec lipca июля липня temmuz července július iulie ιουλίου
srpnja jula heinäkuuta /
august aug ago août aout agosto augustus augusti sierpień sierpnia августа серпня ağustos srpna augusztus αυγούστου
kolovoza avgusta elokuuta /
september sep set sept septembre settembre septiembre setiembre setembro wrzesień września сентября вересня eylül
září szeptember septembrie σεπτεμβρίου rujna septembra syyskuuta /
october oct ott out okt oktober octobre ottobre octubre outubro październik października октября жовтня ekim října
október octombrie οκτωβρίου oktobra lokakuuta /
november nov novembre noviembre novembro listopad listopada ноября листопада kasım listopadu noiembrie νοεμβρίου
studenoga novembra marraskuuta /
december dec déc dic dez dezember décembre decembre dicembre diciembre dezembro grudzień grudnia декабря грудня
aralık prosince decembrie δεκεμβρίου prosinca decembra joulukuuta desember
"""

_WEEKDAYS = """
monday mon montag lundi lunedì lunedi lunes segunda-feira segunda maandag poniedziałek понедельник понеділок
pazartesi måndag mandag pondělí hétfő luni δευτέρα ponedjeljak maanantai senin /
tuesday tue tues dienstag mardi martedì martedi martes terça-feira terça dinsdag wtorek вторник вівторок salı tisdag
tirsdag úterý kedd marți τρίτη utorak tiistai selasa /
wednesday wed mittwoch mercredi mercoledì mercoledi miércoles quarta-feira quarta woensdag środa среда середа
çarşamba onsdag středa szerda miercuri τετάρτη srijeda keskiviikko rabu /
thursday thu thur thurs donnerstag jeudi giovedì giovedi jueves quinta-feira quinta donderdag czwartek четверг
четвер perşembe torsdag čtvrtek csütörtök joi πέμπτη četvrtak torstai kamis /
friday fri freitag vendredi venerdì venerdi viernes sexta-feira sexta vrijdag piątek пятница п'ятниця cuma fredag
pátek péntek vineri παρασκευή petak perjantai jumat /
saturday sat samstag sonnabend samedi sabato sábado zaterdag sobota суббота субота cumartesi lördag lørdag szombat
sâmbătă σάββατο subota lauantai sabtu /
sunday sun sonntag dimanche domenica domingo zondag niedziela воскресенье неділя pazar söndag søndag neděle vasárnap
duminică κυριακή nedjelja sunnuntai minggu
"""


def _numbered(table: str, first: int) -> dict[str, int]:
    """From each word of a table, whose entries are parted by slashes, to the number of its entry."""
    return {word: number for number, entry in enumerate(table.split("/"), first) for word in entry.split()}


MONTHS = _numbered(_MONTHS, 1)
"""From a month's name in small letters to its number, January being 1."""

WEEKDAYS = _numbered(_WEEKDAYS, 0)
"""From a weekday's name in small letters to its number, Monday being 0, as in `datetime`."""

_TODAY = """
today heute aujourd'hui aujourd’hui oggi hoy hoje vandaag dziś dzisiaj сегодня сьогодні bugün idag dnes ma
"""
TODAY = frozenset(_TODAY.split())
"""The day on which the writer writes."""

_YESTERDAY = """
yesterday gestern hier ieri ayer ontem gisteren wczoraj вчера вчора dün igår včera tegnap
"""
YESTERDAY = frozenset(_YESTERDAY.split())
"""The day before it."""
