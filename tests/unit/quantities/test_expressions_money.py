"""Money of the world as newspapers write it, and what is said in hundredths and points of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from factcheck.domain.quantities import Direction, Hedge, Movement

Yields = Callable[[str, Sequence[Any]], None]


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount of money: what is written, its value and precision in the currency, its basis."""

    quote: str
    value: str
    unit: str
    step: str | None = "1"
    high: str | None = None
    per: str | None = None
    hedge: Hedge = Hedge.EXACT
    vague: bool = False


SIGNS: tuple[tuple[str, Sum], ...] = (
    ("a bill of £84", Sum("£84", "84", "GBP")),
    ("a bill of $6m", Sum("$6m", "6000000", "USD", "1000000")),
    ("a bill of $6 m", Sum("$6 m", "6000000", "USD", "1000000")),
    ("a bill of US$6.5m", Sum("US$6.5m", "6500000", "USD", "100000")),
    ("a bill of A$3.5m", Sum("A$3.5m", "3500000", "AUD", "100000")),
    ("a bill of AU$3.5m", Sum("AU$3.5m", "3500000", "AUD", "100000")),
    ("a bill of C$40", Sum("C$40", "40", "CAD")),
    ("a bill of NZ$40", Sum("NZ$40", "40", "NZD")),
    ("a bill of HK$40", Sum("HK$40", "40", "HKD")),
    ("a bill of S$40", Sum("S$40", "40", "SGD")),
    ("a bill of R$40", Sum("R$40", "40", "BRL")),
    ("a bill of NT$40", Sum("NT$40", "40", "TWD")),
    ("a bill of J$40", Sum("J$40", "40", "JMD")),
    ("a bill of €9\u00a0bn", Sum("€9\u00a0bn", "9000000000", "EUR", "1000000000")),
    ("a bill of € 9.2 bn", Sum("€ 9.2 bn", "9200000000", "EUR", "100000000")),
    ("a bill of ¥300bn", Sum("¥300bn", "300000000000", "JPY", "10000000000")),
    ("a bill of CN¥300", Sum("CN¥300", "300", "CNY", "10")),
    ("a bill of ₹45 crore", Sum("₹45 crore", "450000000", "INR", "10000000")),
    ("a bill of ₹1,20,000", Sum("₹1,20,000", "120000", "INR", "10000")),
    ("a bill of ₦500m", Sum("₦500m", "500000000", "NGN", "10000000")),
    ("a bill of ₩1.3tn", Sum("₩1.3tn", "1300000000000", "KRW", "100000000000")),
    ("a bill of ₱750", Sum("₱750", "750", "PHP", "10")),
    ("a bill of ₺75", Sum("₺75", "75", "TRY")),
    ("a bill of ₽75", Sum("₽75", "75", "RUB")),
    ("a bill of ₴75", Sum("₴75", "75", "UAH")),
    ("a bill of ₪75", Sum("₪75", "75", "ILS")),
    ("a bill of ฿75", Sum("฿75", "75", "THB")),
    ("a bill of ₫75,000", Sum("₫75,000", "75000", "VND", "1000")),
    ("a bill of GH₵75", Sum("GH₵75", "75", "GHS")),
    ("a bill of ৳75", Sum("৳75", "75", "BDT")),
    ("a bill of ₸75", Sum("₸75", "75", "KZT")),
    ("a bill of ₾75", Sum("₾75", "75", "GEL")),
    ("a bill of €1.234,56", Sum("€1.234,56", "1234.56", "EUR", "0.01")),
    ("a bill of 1.234,56 euros", Sum("1.234,56 euros", "1234.56", "EUR", "0.01")),
    ("a bill of €1 234 567", Sum("€1 234 567", "1234567", "EUR")),
    ("a bill of CHF 1’250’000", Sum("CHF 1’250’000", "1250000", "CHF", "10000")),
    ("a bill of €12 500", Sum("€12 500", "12500", "EUR", "100")),
    ("a bill of 40€", Sum("40€", "40", "EUR")),
    ("a loss of -£3m", Sum("-£3m", "-3000000", "GBP", "1000000")),
    ("a loss of £-3m", Sum("£-3m", "-3000000", "GBP", "1000000")),
    ("a coin of 50¢", Sum("50¢", "0.5", "USD", "0.01")),
)

CODES: tuple[tuple[str, Sum], ...] = (
    ("it paid Rs 5 crore", Sum("Rs 5 crore", "50000000", "INR", "10000000")),
    ("it paid Rs.500", Sum("Rs.500", "500", "INR", "10")),
    ("it paid Rs500", Sum("Rs500", "500", "INR", "10")),
    ("it paid CHF 2.4m", Sum("CHF 2.4m", "2400000", "CHF", "100000")),
    ("it paid CHF2.4m", Sum("CHF2.4m", "2400000", "CHF", "100000")),
    ("it paid SFr75", Sum("SFr75", "75", "CHF")),
    ("it paid NOK 412", Sum("NOK 412", "412", "NOK")),
    ("it paid SEK7.5bn", Sum("SEK7.5bn", "7500000000", "SEK", "100000000")),
    ("it paid DKK 75", Sum("DKK 75", "75", "DKK")),
    ("it paid kr500", Sum("kr500", "500", "crown", "10")),
    ("it paid 500 kr", Sum("500 kr", "500", "crown", "10")),
    ("it paid 500kr", Sum("500kr", "500", "crown", "10")),
    ("it paid USD 75", Sum("USD 75", "75", "USD")),
    ("it paid EUR 75 million", Sum("EUR 75 million", "75000000", "EUR", "1000000")),
    ("it paid 75 million EUR", Sum("75 million EUR", "75000000", "EUR", "1000000")),
    ("it paid RM75", Sum("RM75", "75", "MYR")),
    ("it paid Rp75,000", Sum("Rp75,000", "75000", "IDR", "1000")),
    ("it paid R450m", Sum("R450m", "450000000", "ZAR", "10000000")),
    ("it paid KSh75", Sum("KSh75", "75", "KES")),
    ("it paid Tk75", Sum("Tk75", "75", "BDT")),
    ("it paid RMB75", Sum("RMB75", "75", "CNY")),
    ("it paid AED 75", Sum("AED 75", "75", "AED")),
    ("it paid PLN 75", Sum("PLN 75", "75", "PLN")),
    ("it paid UGX 75m", Sum("UGX 75m", "75000000", "UGX", "1000000")),
    ("it paid 75 zł", Sum("75 zł", "75", "PLN")),
    ("it paid 75 Kč", Sum("75 Kč", "75", "CZK")),
)

NAMES: tuple[tuple[str, Sum], ...] = (
    ("it took ten euros", Sum("ten euros", "10", "EUR")),
    ("it took 1.2bn euros", Sum("1.2bn euros", "1200000000", "EUR", "100000000")),
    ("it took 60 million dollars", Sum("60 million dollars", "60000000", "USD", "1000000")),
    ("it took half a million pounds", Sum("half a million pounds", "500000", "GBP", None)),
    (
        "it took three-quarters of a billion dollars",
        Sum("three-quarters of a billion dollars", "750000000", "USD", None),
    ),
    ("it took a million pounds", Sum("a million pounds", "1000000", "GBP", "1000000")),
    ("it took 3 million Swiss francs", Sum("3 million Swiss francs", "3000000", "CHF", "1000000")),
    ("it took 75 Norwegian kroner", Sum("75 Norwegian kroner", "75", "NOK")),
    ("it took 75 Danish crowns", Sum("75 Danish crowns", "75", "DKK")),
    ("it took 75 Swedish kronor", Sum("75 Swedish kronor", "75", "SEK")),
    ("it took 75 Icelandic kronur", Sum("75 Icelandic kronur", "75", "ISK")),
    ("it took 75 Czech koruna", Sum("75 Czech koruna", "75", "CZK")),
    ("it took 75 Mexican pesos", Sum("75 Mexican pesos", "75", "MXN")),
    ("it took 75 pesos", Sum("75 pesos", "75", "peso")),
    ("it took 75 Kenyan shillings", Sum("75 Kenyan shillings", "75", "KES")),
    ("it took 75 Kuwaiti dinars", Sum("75 Kuwaiti dinars", "75", "KWD")),
    ("it took 75 Saudi riyals", Sum("75 Saudi riyals", "75", "SAR")),
    ("it took 75 Moroccan dirhams", Sum("75 Moroccan dirhams", "75", "MAD")),
    ("it took 75 Egyptian pounds", Sum("75 Egyptian pounds", "75", "EGP")),
    ("it took 75 New Zealand dollars", Sum("75 New Zealand dollars", "75", "NZD")),
    ("it took 75 Hong Kong dollars", Sum("75 Hong Kong dollars", "75", "HKD")),
    ("it took 75 Canadian dollars", Sum("75 Canadian dollars", "75", "CAD")),
    ("it took 75 Sri Lankan rupees", Sum("75 Sri Lankan rupees", "75", "LKR")),
    ("it took 75 South African rand", Sum("75 South African rand", "75", "ZAR")),
    ("it took 75 Turkish lira", Sum("75 Turkish lira", "75", "TRY")),
    ("it took 40 yuan", Sum("40 yuan", "40", "CNY")),
    ("it took 40 million won", Sum("40 million won", "40000000", "KRW", "1000000")),
    ("it took 40 Vietnamese dong", Sum("40 Vietnamese dong", "40", "VND")),
    ("it took 40 Romanian lei", Sum("40 Romanian lei", "40", "RON")),
    ("it took 40 Bulgarian leva", Sum("40 Bulgarian leva", "40", "BGN")),
    ("it took 40 Ethiopian birr", Sum("40 Ethiopian birr", "40", "ETB")),
    ("it took 40 pence", Sum("40 pence", "0.4", "GBP", "0.01")),
    ("it took 40p", Sum("40p", "0.4", "GBP", "0.01")),
    ("it took 40 cents", Sum("40 cents", "0.4", "USD", "0.01")),
    ("it took 40 euro cents", Sum("40 euro cents", "0.4", "EUR", "0.01")),
    ("it took 40 paise", Sum("40 paise", "0.4", "INR", "0.01")),
    ("a five-pound note", Sum("five-pound", "5", "GBP")),
    ("a 10-euro ticket", Sum("10-euro", "10", "EUR")),
    ("a multi-stage $2-million lift", Sum("$2-million", "2000000", "USD", "1000000")),
)

BASES: tuple[tuple[str, Sum], ...] = (
    ("rent of £950 a month", Sum("£950", "950", "GBP", "10", per="month")),
    ("wages of £12.60 an hour", Sum("£12.60", "12.6", "GBP", "0.01", per="hour")),
    ("wages of £12.60-an-hour", Sum("£12.60", "12.6", "GBP", "0.01", per="hour")),
    ("crude at $80 a barrel", Sum("$80", "80", "USD", per="barrel")),
    ("grain at €212/tonne", Sum("€212", "212", "EUR", per="tonne")),
    ("a levy of £40 per head", Sum("£40", "40", "GBP", per="person")),
    ("costs of $2bn annually", Sum("$2bn", "2000000000", "USD", "1000000000", per="year")),
    ("fuel at 141.2p a litre", Sum("141.2p", "1.412", "GBP", "0.001", per="litre")),
    ("a GDP of $41,000 per capita", Sum("$41,000", "41000", "USD", "1000", per="person")),
    ("rents of £900pcm", Sum("£900", "900", "GBP", "10", per="month")),
    ("pay of £40,000 pa", Sum("£40,000", "40000", "GBP", "1000", per="year")),
)

SPANS: tuple[tuple[str, Sum], ...] = (
    ("a cost of $6-7m", Sum("$6-7m", "6000000", "USD", "1000000", "7000000")),
    ("a cost of $6m-7m", Sum("$6m-7m", "6000000", "USD", "1000000", "7000000")),
    ("a cost of £1.2m-£1.5m", Sum("£1.2m-£1.5m", "1200000", "GBP", "100000", "1500000")),
    ("a cost of £1.2m–1.5m", Sum("£1.2m–1.5m", "1200000", "GBP", "100000", "1500000")),
    ("a cost of £1.2m to £1.5m", Sum("£1.2m to £1.5m", "1200000", "GBP", "100000", "1500000")),
    (
        "a cost of between £5 and £7 million",
        Sum("between £5 and £7 million", "5000000", "GBP", "1000000", "7000000"),
    ),
    (
        "a cost of between £900,000 and £1.2m",
        Sum("between £900,000 and £1.2m", "900000", "GBP", "10000", "1200000"),
    ),
    ("costs ranging from £5m to £7m", Sum("£5m to £7m", "5000000", "GBP", "1000000", "7000000")),
    ("a fee of 40-50 cents", Sum("40-50 cents", "0.4", "USD", "0.01", "0.5")),
    ("a fee of 5 to 7 euros", Sum("5 to 7 euros", "5", "EUR", "1", "7")),
)

TABLE = (*SIGNS, *CODES, *NAMES, *BASES, *SPANS)


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_money_has_its_currency(text: str, expected: Sum, yields: Yields) -> None:
    yields(text, (expected,))


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage, a number of points, or a rate: its value and precision, how it is loosened, its way."""

    quote: str
    value: str
    unit: str = "percent"
    step: str | None = "1"
    noun: str | None = None
    hedge: Hedge = Hedge.EXACT
    high: str | None = None
    direction: Direction | None = None
    movement: Movement | None = None


UP, DOWN = Direction.UP, Direction.DOWN
POINT = "percentage_point"

SHARES: tuple[tuple[str, Share], ...] = (
    ("43% of tenants", Share("43%", "43", noun="tenant")),
    ("43 per cent of tenants", Share("43 per cent", "43", noun="tenant")),
    ("43 percent of tenants", Share("43 percent", "43", noun="tenant")),
    ("43pc of tenants", Share("43pc", "43", noun="tenant")),
    ("43 pct of tenants", Share("43 pct", "43", noun="tenant")),
    ("forty-three per cent of tenants", Share("forty-three per cent", "43", noun="tenant")),
    ("6.25% bonds", Share("6.25%", "6.25", step="0.01")),
    ("a 6% stake", Share("6%", "6")),
    ("half a per cent", Share("half a per cent", "0.5", step=None)),
    ("a quarter of one per cent", Share("a quarter of one per cent", "0.25", step=None)),
    ("a tenth of a per cent", Share("a tenth of a per cent", "0.1", step=None)),
    ("2.1 percentage points", Share("2.1 percentage points", "2.1", POINT, "0.1")),
    ("a three-percentage-point lead", Share("three-percentage-point", "3", POINT)),
    ("a 3 percentage-point lead", Share("3 percentage-point", "3", POINT)),
    ("0.5pp of it", Share("0.5pp", "0.5", POINT, "0.1")),
    ("half a percentage point", Share("half a percentage point", "0.5", POINT, None)),
    ("a quarter of a percentage point", Share("a quarter of a percentage point", "0.25", POINT, None)),
    (
        "a quarter-point cut",
        Share("a quarter-point", "0.25", "point", None, direction=DOWN, movement=Movement.CHANGE),
    ),
    (
        "a half-point cut",
        Share("a half-point", "0.5", "point", None, direction=DOWN, movement=Movement.CHANGE),
    ),
    ("25bps of relief", Share("25bps", "0.25", POINT, "0.01", "relief")),
    ("25 bps", Share("25 bps", "0.25", POINT, "0.01")),
    ("25 basis points", Share("25 basis points", "0.25", POINT, "0.01")),
    ("a 25-basis-point step", Share("25-basis-point", "0.25", POINT, "0.01")),
    ("a 25 basis point step", Share("25 basis point", "0.25", POINT, "0.01")),
    ("six basis points", Share("six basis points", "0.06", POINT, "0.01")),
    ("a lead of 21 points", Share("21 points", "21", "point")),
    ("a four-point lead", Share("four-point", "4", "point")),
    ("10-20% of tenants", Share("10-20%", "10", high="20", noun="tenant")),
    ("10% to 20% of tenants", Share("10% to 20%", "10", high="20", noun="tenant")),
    (
        "between 10 and 20 per cent of tenants",
        Share("between 10 and 20 per cent", "10", high="20", noun="tenant"),
    ),
    ("between 10% and 20% of tenants", Share("between 10% and 20%", "10", high="20", noun="tenant")),
    ("a margin of error of ±3%", Share("±3%", "3")),
    ("a margin of error of plus or minus three points", Share("plus or minus three points", "3", "point")),
    ("a share of 40% ± 3%", Share("40% ± 3%", "37", high="43")),
    ("422 parts per million", Share("422 parts per million", "422", "per_1000000", "1")),
    ("422ppm of it", Share("422ppm", "422", "per_1000000", "1")),
    ("12 deaths per 100,000 people", Share("12 deaths per 100,000", "12", "per_100000", noun="death")),
    ("4.1 per 1,000 births", Share("4.1 per 1,000", "4.1", "per_1000", "0.1")),
    ("three in every 1,000 births", Share("three in every 1,000", "0.3", step=None, noun="birth")),
)


@pytest.mark.parametrize(("text", "expected"), SHARES, ids=[text for text, _ in SHARES])
def test_per_cent_points_and_rates_are_told_apart(text: str, expected: Share, yields: Yields) -> None:
    yields(text, (expected,))
