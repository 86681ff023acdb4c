"""Units in both languages: how they are written, and the one name each has here."""

CURRENCY_SIGNS = {"US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NT$": "TWD", "$": "USD", "¥": "JPY", "€": "EUR", "£": "GBP", "₩": "KRW", "₹": "INR"}  # fmt: skip

JAPANESE_CURRENCIES = {
    "円": "JPY", "米ドル": "USD", "香港ドル": "HKD", "豪ドル": "AUD", "カナダドル": "CAD", "台湾ドル": "TWD", "シンガポールドル": "SGD",
    "ドル": "USD", "ウォン": "KRW", "人民元": "CNY", "元": "CNY", "ユーロ": "EUR", "ポンド": "GBP", "ルーブル": "RUB", "ルピー": "INR",
    "スイスフラン": "CHF", "バーツ": "THB", "リラ": "TRY", "ペソ": "MXN", "レアル": "BRL", "銭": "sen",
}  # fmt: skip

ENGLISH_CURRENCIES = {
    "yen": "JPY", "u.s. dollar": "USD", "us dollar": "USD", "american dollar": "USD", "hong kong dollar": "HKD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "taiwan dollar": "TWD", "singapore dollar": "SGD", "dollar": "USD", "usd": "USD", "jpy": "JPY", "eur": "EUR", "won": "KRW",
    "yuan": "CNY", "renminbi": "CNY", "euro": "EUR", "pound sterling": "GBP", "ruble": "RUB", "rouble": "RUB",
    "rupee": "INR", "swiss franc": "CHF", "baht": "THB", "lira": "TRY", "peso": "MXN", "real": "BRL", "sen": "sen",
}  # fmt: skip

JAPANESE_UNITS = {
    "キロメートル": "km", "センチメートル": "cm", "ミリメートル": "mm", "平方キロメートル": "km2", "平方キロ": "km2", "平方メートル": "m2", "立方メートル": "m3",
    "メートル": "m", "センチ": "cm", "ミリ": "mm", "キログラム": "kg", "ミリグラム": "mg", "グラム": "g", "キロワット時": "kWh", "キロワット": "kW",
    "メガワット": "MW", "ワット": "W", "キロトン": "kt", "トン": "t", "キロリットル": "kl", "ミリリットル": "ml", "リットル": "l", "ヘクタール": "ha",
    "アール": "are", "バレル": "barrel", "ガロン": "gallon", "マイル": "mile", "フィート": "foot", "インチ": "inch", "ヤード": "yard", "エーカー": "acre",
    "オンス": "ounce", "ノット": "knot", "海里": "nautical mile", "光年": "light year", "ヘルツ": "Hz", "ギガバイト": "GB", "メガバイト": "MB", "テラバイト": "TB",
    "キロバイト": "kB", "バイト": "byte", "ボルト": "V", "カロリー": "cal", "キロカロリー": "kcal", "ヘクトパスカル": "hPa", "マイクロメートル": "μm",
    "ナノメートル": "nm", "マグニチュード": "magnitude", "ポイント": "point", "キロ": "kilo",
    "年間": "year", "年": "year", "週間": "week", "日間": "day", "日": "day", "時間": "hour", "分間": "minute", "分": "minute", "秒間": "second", "秒": "second",
    **dict.fromkeys(("ヶ月間", "ケ月間", "カ月間", "か月間", "ヵ月間", "箇月間", "ヶ月", "ケ月", "カ月", "か月", "ヵ月", "箇月", "個月"), "month"),
    "倍": "times", "℃": "degree", "°C": "degree",
    "㎞": "km", "㎝": "cm", "㎜": "mm", "㎏": "kg", "㎡": "m2", "㎢": "km2",
}  # fmt: skip

SYMBOLS = {
    name: name
    for name in ("km", "cm", "mm", "kg", "mg", "kWh", "kW", "MW", "GW", "GB", "MB", "TB", "kB", "Hz", "kHz", "MHz", "GHz", "ml", "ha", "hPa", "nm", "kcal", "kt")
} | {"km2": "km2", "km²": "km2", "m2": "m2", "m²": "m2", "m³": "m3", "g": "g", "m": "m", "t": "t", "l": "l", "L": "l", "W": "W", "V": "V", "mL": "ml", "KB": "kB"}  # fmt: skip

_ENGLISH = {
    "km": "kilometer kilometre", "cm": "centimeter centimetre", "mm": "millimeter millimetre", "m": "meter metre", "kg": "kilogram kilogramme kilo",
    "mg": "milligram", "g": "gram gramme", "kWh": "kilowatt-hour", "kW": "kilowatt", "MW": "megawatt", "W": "watt", "kt": "kiloton", "t": "ton tonne",
    "kl": "kiloliter kilolitre", "ml": "milliliter millilitre", "l": "liter litre", "ha": "hectare", "barrel": "barrel", "gallon": "gallon",
    "mile": "mile", "yard": "yard", "acre": "acre", "ounce": "ounce", "knot": "knot", "Hz": "hertz", "GB": "gigabyte", "MB": "megabyte",
    "TB": "terabyte", "kB": "kilobyte", "byte": "byte", "V": "volt", "cal": "calorie", "kcal": "kilocalorie", "nm": "nanometer nanometre",
    "point": "point", "year": "year", "month": "month", "week": "week", "day": "day", "hour": "hour", "minute": "minute", "second": "second",
    "degree": "degree", "pound": "pound",
}  # fmt: skip
ENGLISH_UNITS = {
    form: unit for unit, names in _ENGLISH.items() for name in names.split() for form in (name, name + "s")
} | {
    "feet": "foot", "foot": "foot", "inch": "inch", "inches": "inch", "centuries": "century", "times": "times", "percentage point": "point",
    "percentage points": "point", "square kilometers": "km2", "square kilometres": "km2", "square meters": "m2", "square metres": "m2",
    "cubic meters": "m3", "cubic metres": "m3", "nautical miles": "nautical mile", "light years": "light year", "light-years": "light year",
}  # fmt: skip

ORDINAL_UNITS = {
    "条": "article", "項": "paragraph", "号": "number", "章": "chapter", "節": "section", "編": "part", "部": "part", "巻": "volume", "版": "edition",
    "世紀": "century",
}  # fmt: skip
ENGLISH_ORDINAL_UNITS = {
    "article": "article", "articles": "article", "paragraph": "paragraph", "paragraphs": "paragraph", "chapter": "chapter", "chapters": "chapter",
    "section": "section", "sections": "section", "part": "part", "volume": "volume", "no.": "number", "number": "number", "item": "number",
    "art.": "article", "para.": "paragraph", "vol.": "volume", "chap.": "chapter", "page": "page", "figure": "figure", "table": "table",
}  # fmt: skip
