"""Units of measure as newsrooms write them, and their conversion to one canonical unit per dimension.

Factors come from pint; this file only says which words mean which pint unit.
"""

from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache
from typing import Any, Final

CANONICAL: Final = {
    "length": ("metre", "metre"),
    "area": ("square_metre", "metre ** 2"),
    "volume": ("litre", "litre"),
    "mass": ("kilogram", "kilogram"),
    "time": ("second", "second"),
    "speed": ("kilometre_per_hour", "kilometre / hour"),
    "temperature": ("degree_celsius", "degree_Celsius"),
    "power": ("watt", "watt"),
    "energy": ("kilowatt_hour", "kilowatt_hour"),
    "data": ("byte", "byte"),
    "frequency": ("hertz", "hertz"),
    "pressure": ("hectopascal", "hectopascal"),
    "data rate": ("bit_per_second", "bit / second"),
    # A logarithm is not converted: decibels are only ever held against decibels.
    "loudness": ("decibel", "count"),
}
"""Dimension -> our name of its canonical unit, and pint's."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: `name` for messages, `times` of the unit `pint` for conversion, `dimension`."""

    name: str
    pint: str
    dimension: str
    times: int = 1

    @property
    def canonical(self) -> str:
        """Our name of the unit that values of this dimension are kept in."""
        return CANONICAL[self.dimension][0]


_TABLE: Final = """
length | metre | metre | metre metres meter meters
length | kilometre | kilometre | km kms kilometre kilometres kilometer kilometers
length | centimetre | centimetre | cm cms centimetre centimetres centimeter centimeters
length | millimetre | millimetre | mm millimetre millimetres millimeter millimeters
length | micrometre | micrometre | μm µm micron microns micrometre micrometres
length | nanometre | nanometre | nm nanometre nanometres nanometer nanometers
length | mile | mile | mile miles mi
length | yard | yard | yd yds yard yards
length | foot | foot | ft foot feet
length | inch | inch | inch inches
length | furlong | furlong | furlong furlongs
length | nautical mile | nautical_mile | nautical_mile nautical_miles
length | light year | light_year | light_year light_years lightyear lightyears
area | square metre | metre**2 | square_metre square_metres square_meter square_meters sq_m sqm m² m2
area | square kilometre | kilometre**2 | square_kilometre square_kilometres sq_km km² km2 sqkm
area | square kilometre | kilometre**2 | square_kilometer square_kilometers
area | square mile | mile**2 | square_mile square_miles sq_mile sq_miles
area | square foot | foot**2 | square_foot square_feet sq_ft sqft
area | hectare | hectare | hectare hectares ha
area | acre | acre | acre acres
volume | litre | litre | litre litres liter liters
volume | millilitre | millilitre | ml millilitre millilitres milliliter milliliters
volume | centilitre | centilitre | centilitre centilitres centiliter centiliters
volume | hectolitre | hectolitre | hectolitre hectolitres hectoliter hectoliters
volume | cubic metre | metre**3 | cubic_metre cubic_metres cubic_meter cubic_meters m³ cu_m
volume | cubic kilometre | kilometre**3 | cubic_kilometre cubic_kilometres km³
volume | cubic foot | foot**3 | cubic_foot cubic_feet
mass | kilogram | kilogram | kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
mass | gram | gram | gram grams gramme grammes
mass | milligram | milligram | mg milligram milligrams
mass | microgram | microgram | µg μg mcg microgram micrograms
mass | tonne | metric_ton | tonne tonnes ton tons metric_ton metric_tons metric_tonnes
mass | kilotonne | 1000 metric_ton | kilotonne kilotonnes kt
mass | megatonne | 1000000 metric_ton | megatonne megatonnes mt
mass | gigatonne | 1000000000 metric_ton | gigatonne gigatonnes gt
mass | stone | stone | stone
mass | pound | pound | lb lbs
mass | ounce | ounce | oz ounce ounces
time | second | second | sec secs second seconds
time | millisecond | millisecond | ms millisecond milliseconds
time | microsecond | microsecond | microsecond microseconds
time | nanosecond | nanosecond | nanosecond nanoseconds
time | minute | minute | min mins minute minutes
time | hour | hour | hr hrs hour hours
time | day | day | day days
time | week | week | week weeks
time | fortnight | fortnight | fortnight fortnights
time | month | month | month months
time | year | year | yr yrs year years
time | decade | 10 year | decade decades
time | century | 100 year | century centuries
length | mile | mile | mpg
speed | mph | mile/hour | mph mile_per_hour miles_per_hour mile_an_hour miles_an_hour
speed | km/h | kilometre/hour | kmh kph km_/_h km_/_hr kmph km_per_hour km_an_hour kilometres_per_hour
speed | km/h | kilometre/hour | kilometers_per_hour kilometres_an_hour kilometers_an_hour
speed | m/s | metre/second | m_/_s metres_per_second meters_per_second metres_a_second meters_a_second
speed | knot | knot | knot knots
temperature | °C | degree_Celsius | °_c ℃ degree_celsius degrees_celsius degrees_centigrade degrees_c celsius
temperature | °F | degree_Fahrenheit | °_f ℉ degree_fahrenheit degrees_fahrenheit degrees_f fahrenheit
power | watt | watt | watt watts
power | kilowatt | kilowatt | kw kilowatt kilowatts
power | megawatt | megawatt | megawatt megawatts
power | gigawatt | gigawatt | gw gigawatt gigawatts
power | terawatt | terawatt | tw terawatt terawatts
power | horsepower | horsepower | hp bhp horsepower
energy | kilowatt-hour | kilowatt_hour | kwh kilowatt_hours kilowatt_hour
energy | megawatt-hour | megawatt_hour | mwh megawatt_hours megawatt_hour
energy | gigawatt-hour | gigawatt_hour | gwh gigawatt_hours gigawatt_hour
energy | terawatt-hour | terawatt_hour | twh terawatt_hours terawatt_hour
energy | joule | joule | joule joules
energy | kilojoule | kilojoule | kilojoule kilojoules
energy | megajoule | megajoule | megajoule megajoules
energy | gigajoule | gigajoule | gigajoule gigajoules
data | byte | byte | byte bytes
data | kilobyte | kilobyte | kb kilobyte kilobytes
data | megabyte | megabyte | mb megabyte megabytes
data | gigabyte | gigabyte | gb gigabyte gigabytes
data | terabyte | terabyte | tb terabyte terabytes
data | petabyte | petabyte | pb petabyte petabytes
frequency | hertz | hertz | hz hertz
frequency | kilohertz | kilohertz | khz kilohertz
frequency | megahertz | megahertz | mhz megahertz
frequency | gigahertz | gigahertz | ghz gigahertz
pressure | hectopascal | hectopascal | hpa millibar millibars hectopascal hectopascals
pressure | kilopascal | kilopascal | kpa kilopascal kilopascals
pressure | psi | psi | psi
data rate | kilobit a second | kilobit/second | kbps kbit_/_s kilobits_per_second kilobits_a_second
data rate | megabit a second | megabit/second | mbps mbit_/_s megabits_per_second megabits_a_second
data rate | gigabit a second | gigabit/second | gbps gbit_/_s gigabits_per_second gigabits_a_second
loudness | decibel | count | db decibel decibels
"""

BY_PHRASE: Final[dict[str, Unit]] = {}
"""Lower-case words joined by single spaces -> unit."""
for _row in _TABLE.strip().splitlines():
    _dimension, _name, _pint, _forms = (_part.strip() for _part in _row.split(" | "))
    _times, _, _base = _pint.rpartition(" ") if _pint[0].isdigit() else ("1", "", _pint)
    for _form in _forms.split():
        BY_PHRASE[_form.replace("_", " ")] = Unit(_name, _base, _dimension, int(_times))

BY_CASE: Final = {
    "MW": BY_PHRASE["megawatt"],
    "W": BY_PHRASE["watt"],
    "C": BY_PHRASE["° c"],
    "F": BY_PHRASE["° f"],
    "g": BY_PHRASE["gram"],
    "l": BY_PHRASE["litre"],
    "h": BY_PHRASE["hour"],
    "s": BY_PHRASE["second"],
    "m": BY_PHRASE["metre"],
    "cl": BY_PHRASE["centilitre"],
    "kJ": BY_PHRASE["kilojoule"],
    "MJ": BY_PHRASE["megajoule"],
    "GJ": BY_PHRASE["gigajoule"],
    "in": BY_PHRASE["inch"],
    "st": BY_PHRASE["stone"],
}
"""Single letters and the like, which mean a unit only when they touch the digits, in this case."""

LONGEST_PHRASE: Final[dict[str, int]] = {}
"""First word of a unit -> how many words its longest phrase has."""
for _phrase in BY_PHRASE:
    _first = _phrase.split(" ", 1)[0]
    LONGEST_PHRASE[_first] = max(LONGEST_PHRASE.get(_first, 0), _phrase.count(" ") + 1)

METRE: Final = BY_PHRASE["metre"]


_PRECISION: Final = Context(prec=18)
"""Significant digits of a conversion: ten short of what is computed, so that 86 °F are 30 °C and not more."""


@cache
def _registry() -> Any:
    # Loading pint's definitions takes a quarter of a second; a text without units never needs them.
    from pint import UnitRegistry  # noqa: PLC0415

    return UnitRegistry(non_int_type=Decimal)


@cache
def _line(unit: Unit) -> tuple[Decimal, Decimal]:
    """Offset and factor of the straight line from `unit` to its canonical unit."""
    target = CANONICAL[unit.dimension][1]
    ends = [_registry().Quantity(Decimal(x * unit.times), unit.pint).to(target).magnitude for x in (0, 100)]
    return Decimal(ends[0]), (Decimal(ends[1]) - Decimal(ends[0])) / 100


def to_canonical(value: Decimal, unit: Unit, *, difference: bool = False) -> Decimal:
    """`value` of `unit` in its canonical unit; a `difference` of temperatures has no zero to shift."""
    offset, factor = _line(unit)
    return _PRECISION.plus(value * factor + (0 if difference else offset))


def from_canonical(value: Decimal, unit: Unit, *, difference: bool = False) -> Decimal:
    """`value` of the canonical unit in `unit`; undoes `to_canonical`."""
    offset, factor = _line(unit)
    return _PRECISION.plus((value - (0 if difference else offset)) / factor)


BY_NAME: Final = {unit.name: unit for unit in BY_PHRASE.values()}
"""Name for messages -> unit."""
