"""Measures as newspapers write them, in the canonical unit of their kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from factcheck.domain.quantities import Hedge

Yields = Callable[[str, Sequence[Any]], None]


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure: what is written, value and precision in the canonical unit, what is measured, per what."""

    quote: str
    value: str
    unit: str
    step: str | None
    noun: str | None = None
    per: str | None = None
    hedge: Hedge = Hedge.EXACT


METRE, SQUARE, LITRE, KILO, SECOND = "metre", "square_metre", "litre", "kilogram", "second"
SPEED, HEAT, WATT, ENERGY, BYTE, PRESSURE = (
    "kilometre_per_hour",
    "degree_celsius",
    "watt",
    "kilowatt_hour",
    "byte",
    "hectopascal",
)

LENGTHS: tuple[tuple[str, Measured], ...] = (
    ("a 42.195km race", Measured("42.195km", "42195", METRE, "1")),
    ("a 42 km race", Measured("42 km", "42000", METRE, "1000")),
    ("26.2 miles of road", Measured("26.2 miles", "42164.8128", METRE, "160.9344", "road")),
    ("a 26-mile race", Measured("26-mile", "41842.944", METRE, "1609.344")),
    ("310mm of rain", Measured("310mm", "0.31", METRE, "0.01", "rain")),
    ("31 centimetres of snow", Measured("31 centimetres", "0.31", METRE, "0.01", "snow")),
    ("a 90ft mast", Measured("90ft", "27.432", METRE, "0.3048")),
    ("5ft 11in tall", Measured("5ft 11in", "1.8034", METRE, "0.0254")),
    ("6 foot 2 inches tall", Measured("6 foot 2 inches", "1.8796", METRE, "0.0254")),
    ("6'2\" tall", Measured("6'2\"", "1.8796", METRE, "0.0254")),
    ("12 inches of rain", Measured("12 inches", "0.3048", METRE, "0.0254", "rain")),
    ("a 12-inch pipe", Measured("12-inch", "0.3048", METRE, "0.0254")),
    ("a 55in screen", Measured("55in", "1.397", METRE, "0.0254")),
    ("seven nautical miles", Measured("seven nautical miles", "12964", METRE, "1852")),
    ("three furlongs", Measured("three furlongs", "603.505207010414021", METRE, "201.168402336804674")),
    ("75 yards of rope", Measured("75 yards", "68.58", METRE, "0.9144", "rope")),
    ("a 1.5m wall", Measured("1.5m", "1.5", METRE, "0.1")),
    ("a wall 1.5m high", Measured("1.5m", "1.5", METRE, "0.1")),
    ("half a mile", Measured("half a mile", "804.672", METRE, None)),
    ("a mile and a half", Measured("a mile and a half", "2414.016", METRE, None)),
    ("four light years", Measured("four light years", "37842921890323200", METRE, "9460730472580800")),
)

AREAS: tuple[tuple[str, Measured], ...] = (
    ("75 hectares of heath", Measured("75 hectares", "750000", SQUARE, "10000", "heath")),
    ("75ha of heath", Measured("75ha", "750000", SQUARE, "10000", "heath")),
    ("75 acres of heath", Measured("75 acres", "303515.4457405689", SQUARE, "4046.87260987425201", "heath")),
    ("75 sq km of heath", Measured("75 sq km", "75000000", SQUARE, "1000000", "heath")),
    ("75 sq. km of heath", Measured("75 sq. km", "75000000", SQUARE, "1000000", "heath")),
    ("75 km² of heath", Measured("75 km²", "75000000", SQUARE, "1000000", "heath")),
    ("75 square miles of heath", Measured("75 square miles", "194249108.252", SQUARE, "2589988.11", "heath")),
    ("75 square metres of tiles", Measured("75 square metres", "75", SQUARE, "1", "tile")),
    ("75 sq m of tiles", Measured("75 sq m", "75", SQUARE, "1", "tile")),
    ("a 75-square-metre flat", Measured("75-square-metre", "75", SQUARE, "1")),
    ("75m² of tiles", Measured("75m²", "75", SQUARE, "1", "tile")),
    ("75 sq ft of tiles", Measured("75 sq ft", "6.967728", SQUARE, "0.09290304", "tile")),
)

MASSES: tuple[tuple[str, Measured], ...] = (
    ("12kg of rice", Measured("12kg", "12", KILO, "1", "rice")),
    ("12 kilos of rice", Measured("12 kilos", "12", KILO, "1", "rice")),
    ("152,000 tonnes of fish", Measured("152,000 tonnes", "152000000", KILO, "1000000", "fish")),
    ("1.5 million tonnes of fish", Measured("1.5 million tonnes", "1500000000", KILO, "100000000", "fish")),
    ("1.5m tonnes of fish", Measured("1.5m tonnes", "1500000000", KILO, "100000000", "fish")),
    ("1.5mt of fish", Measured("1.5mt", "1500000000", KILO, "100000000", "fish")),
    ("250 grams of salt", Measured("250 grams", "0.25", KILO, "0.01", "salt")),
    ("250g of salt", Measured("250g", "0.25", KILO, "0.01", "salt")),
    ("75mg of salt", Measured("75mg", "0.000075", KILO, "0.000001", "salt")),
    ("11 stone in weight", Measured("11 stone", "69.85322498", KILO, "6.35029318")),
    ("12st 4lb in weight", Measured("12st 4lb", "78.01788764", KILO, "0.45359237")),
    ("6lb 3oz in weight", Measured("6lb 3oz", "2.806602789375", KILO, "0.028349523125")),
    ("two ounces of salt", Measured("two ounces", "0.05669904625", KILO, "0.028349523125", "salt")),
)

VOLUMES: tuple[tuple[str, Measured], ...] = (
    ("75 litres of milk", Measured("75 litres", "75", LITRE, "1", "milk")),
    ("330ml of milk", Measured("330ml", "0.33", LITRE, "0.01", "milk")),
    ("75 cubic metres of gas", Measured("75 cubic metres", "75000", LITRE, "1000", "gas")),
    ("75 pints of milk", Measured("75 pints", "75", "count", "1", "pint")),
    ("75 gallons of milk", Measured("75 gallons", "75", "count", "1", "gallon")),
    ("2.5 million barrels of crude", Measured("2.5 million barrels", "2500000", "count", "100000", "barrel")),
    ("12 hectolitres of wine", Measured("12 hectolitres", "1200", LITRE, "100", "wine")),
)

SPEEDS: tuple[tuple[str, Measured], ...] = (
    ("winds of 60mph", Measured("60mph", "96.56064", SPEED, "1.609344")),
    ("winds of 60 miles per hour", Measured("60 miles per hour", "96.56064", SPEED, "1.609344")),
    ("winds of 60 miles an hour", Measured("60 miles an hour", "96.56064", SPEED, "1.609344")),
    ("winds of 95km/h", Measured("95km/h", "95", SPEED, "1")),
    ("winds of 95 km/h", Measured("95 km/h", "95", SPEED, "1")),
    ("winds of 95kph", Measured("95kph", "95", SPEED, "1")),
    ("winds of 95 kilometres per hour", Measured("95 kilometres per hour", "95", SPEED, "1")),
    ("winds of 25 knots", Measured("25 knots", "46.3", SPEED, "1.852")),
    ("winds of 25m/s", Measured("25m/s", "90", SPEED, "3.6")),
    ("winds of 25 metres per second", Measured("25 metres per second", "90", SPEED, "3.6")),
    ("a 20mph zone", Measured("20mph", "32.18688", SPEED, "1.609344")),
)

TEMPERATURES: tuple[tuple[str, Measured], ...] = (
    ("a high of 30C", Measured("30C", "30", HEAT, "1")),
    ("a high of 30°C", Measured("30°C", "30", HEAT, "1")),
    ("a high of 30 °C", Measured("30 °C", "30", HEAT, "1")),
    ("a high of 30 degrees Celsius", Measured("30 degrees Celsius", "30", HEAT, "1")),
    ("a high of 30 degrees C", Measured("30 degrees C", "30", HEAT, "1")),
    ("a high of 86F", Measured("86F", "30", HEAT, "0.5555555555555555")),
    ("a high of 86°F", Measured("86°F", "30", HEAT, "0.5555555555555555")),
    ("a high of 86 degrees Fahrenheit", Measured("86 degrees Fahrenheit", "30", HEAT, "0.5555555555555555")),
    ("a low of -12C", Measured("-12C", "-12", HEAT, "1")),
    ("a low of −12°C", Measured("−12°C", "-12", HEAT, "1")),
    ("a low of minus 12C", Measured("minus 12C", "-12", HEAT, "1")),
    ("a low of minus 12 degrees Celsius", Measured("minus 12 degrees Celsius", "-12", HEAT, "1")),
    ("a low of minus 40 Celsius", Measured("minus 40 Celsius", "-40", HEAT, "1")),
    ("a mean of 14.9C", Measured("14.9C", "14.9", HEAT, "0.1")),
)

POWERS: tuple[tuple[str, Measured], ...] = (
    ("a 300MW farm", Measured("300MW", "300000000", WATT, "10000000")),
    ("a 300 MW farm", Measured("300 MW", "300000000", WATT, "10000000")),
    ("a 300-megawatt farm", Measured("300-megawatt", "300000000", WATT, "10000000")),
    ("1.2GW of wind", Measured("1.2GW", "1200000000", WATT, "100000000", "wind")),
    ("1.2 gigawatts of wind", Measured("1.2 gigawatts", "1200000000", WATT, "100000000", "wind")),
    ("a 75kW motor", Measured("75kW", "75000", WATT, "1000")),
    ("a 60W bulb", Measured("60W", "60", WATT, "1")),
    ("a 60-watt bulb", Measured("60-watt", "60", WATT, "1")),
    ("2,700 kWh of use", Measured("2,700 kWh", "2700", ENERGY, "100", "use")),
    ("2.7MWh of use", Measured("2.7MWh", "2700", ENERGY, "100", "use")),
    ("2.7TWh of use", Measured("2.7TWh", "2700000000", ENERGY, "100000000", "use")),
    ("36MJ of heat", Measured("36MJ", "10", ENERGY, "0.27777777777777777", "heat")),
    ("36 megajoules of heat", Measured("36 megajoules", "10", ENERGY, "0.27777777777777777", "heat")),
    ("75 kilowatt-hours of use", Measured("75 kilowatt-hours", "75", ENERGY, "1", "use")),
    ("75 calories", Measured("75 calories", "75", "count", "1", "calorie")),
    ("a 120hp motor", Measured("120hp", "89483.9845898724264", WATT, "745.699871582270220")),
)

OTHERS: tuple[tuple[str, Measured], ...] = (
    ("16GB of memory", Measured("16GB", "16000000000", BYTE, "1000000000", "memory")),
    ("16 terabytes of film", Measured("16 terabytes", "16000000000000", BYTE, "1000000000000", "film")),
    ("a 75Mbps line", Measured("75Mbps", "75000000", "bit_per_second", "1000000")),
    ("1,013 millibars", Measured("1,013 millibars", "1013", PRESSURE, "1")),
    ("1,013hPa", Measured("1,013hPa", "1013", PRESSURE, "1")),
    ("32 psi", Measured("32 psi", "2206.32233381387563", PRESSURE, "68.9475729316836134")),
    ("a 3.2GHz chip", Measured("3.2GHz", "3200000000", "hertz", "100000000")),
    ("75 decibels", Measured("75 decibels", "75", "decibel", "1")),
    ("32 miles per gallon", Measured("32 miles", "51499.008", METRE, "1609.344", per="gallon")),
    ("32mpg", Measured("32mpg", "51499.008", METRE, "1609.344", per="gallon")),
    ("6.2 litres per 100km", Measured("6.2 litres per 100km", "6.2", LITRE, "0.1", per="100 kilometre")),
    ("6.2l/100km", Measured("6.2l/100km", "6.2", LITRE, "0.1", per="100 kilometre")),
    ("120g/km of carbon", Measured("120g", "0.12", KILO, "0.001", per="kilometre")),
    ("120 grams per kilometre", Measured("120 grams", "0.12", KILO, "0.001", per="kilometre")),
    ("11 tonnes per head", Measured("11 tonnes", "11000", KILO, "1000", per="person")),
    ("11 tonnes a year", Measured("11 tonnes", "11000", KILO, "1000", per="year")),
    ("11 tonnes per capita", Measured("11 tonnes", "11000", KILO, "1000", per="person")),
    ("75 beats per minute", Measured("75 beats", "75", "count", "1", "beat", "minute")),
    ("75 visits a day", Measured("75 visits", "75", "count", "1", "visit", "day")),
    (
        "75 people per square kilometre",
        Measured("75 people", "75", "count", "1", "person", "square kilometre"),
    ),
    ("75 people/km²", Measured("75 people", "75", "count", "1", "person", "square kilometre")),
    ("75 litres a second", Measured("75 litres", "75", LITRE, "1", per="second")),
    ("75kWh per 100km", Measured("75kWh per 100km", "75", ENERGY, "1", per="100 kilometre")),
)

TIMES: tuple[tuple[str, Measured], ...] = (
    ("15 minutes of play", Measured("15 minutes", "900", SECOND, "60", "play")),
    ("an hour and a half", Measured("an hour and a half", "5400", SECOND, None)),
    ("two and a half hours", Measured("two and a half hours", "9000", SECOND, None)),
    ("2½ hours", Measured("2½ hours", "9000", SECOND, None)),
    ("two hours and 30 minutes", Measured("two hours and 30 minutes", "9000", SECOND, "60")),
    ("1hr 45min", Measured("1hr 45min", "6300", SECOND, "60")),
    ("half an hour", Measured("half an hour", "1800", SECOND, None)),
    ("three-quarters of an hour", Measured("three-quarters of an hour", "2700", SECOND, None)),
    ("a fortnight", Measured("a fortnight", "1209600", SECOND, "1209600")),
    ("a two-week strike", Measured("two-week", "1209600", SECOND, "604800")),
    ("a ten-year bond", Measured("ten-year", "315576000", SECOND, "31557600")),
    ("two decades", Measured("two decades", "631152000", SECOND, "315576000")),
    ("9.58 seconds", Measured("9.58 seconds", "9.58", SECOND, "0.01")),
    ("9.58sec", Measured("9.58sec", "9.58", SECOND, "0.01")),
    ("a time of 2:04:17", Measured("2:04:17", "7457", SECOND, "1")),
    ("a time of 2hr 4min 17sec", Measured("2hr 4min 17sec", "7457", SECOND, "1")),
    ("within 30 days of the raid", Measured("30 days", "2592000", SECOND, "86400")),
    ("35 years ago", Measured("35 years", "1104516000", SECOND, "31557600")),
    ("nearly 2 1/2 years ago", Measured("nearly 2 1/2 years", "78894000", SECOND, None, hedge=Hedge.NEARLY)),
    ("a three-and-a-half-year wait", Measured("three-and-a-half-year", "110451600", SECOND, None)),
    ("4 1/2 hours", Measured("4 1/2 hours", "16200", SECOND, None)),
    ("48 hours' notice", Measured("48 hours", "172800", SECOND, "3600")),
)

TABLE = (*LENGTHS, *AREAS, *MASSES, *VOLUMES, *SPEEDS, *TEMPERATURES, *POWERS, *OTHERS, *TIMES)


@pytest.mark.parametrize(("text", "measured"), TABLE, ids=[text for text, _ in TABLE])
def test_a_measure_is_kept_in_the_canonical_unit(text: str, measured: Measured, yields: Yields) -> None:
    yields(text, (measured,))
