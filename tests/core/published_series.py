"""Series that books print, with what they say of them."""

from __future__ import annotations

# Airline passengers 1949-1960, in thousands a month (Box and Jenkins 1976, series G).
AIRLINE = [
    *(112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118),
    *(115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140),
    *(145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166),
    *(171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194),
    *(196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201),
    *(204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229),
    *(242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278),
    *(284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306),
    *(315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336),
    *(340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337),
    *(360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405),
    *(417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432),
]

# Oil production in Saudi Arabia 1996-2013, million tonnes (Hyndman and Athanasopoulos,
# Forecasting: Principles and Practice, 2nd edition 2018, section 7.1, table 7.2): with alpha
# 0.8339 and a first level of 446.5868 the forecast of 2014 is 542.68.
OIL = [
    *(445.36, 453.20, 454.41, 422.38, 456.04, 440.39, 425.19, 486.21, 500.43),
    *(521.28, 508.95, 488.89, 509.87, 456.72, 473.82, 525.95, 549.83, 542.34),
]
OIL_LEVEL, OIL_AHEAD = 446.5868, 542.68

# Air passengers in Australia 1990-2004, millions a year (the same, 1st edition 2013, section 7.2,
# table 7.3): Holt's linear method with alpha 0.8 and beta 0.2, begun with the first value and the
# first change, forecasts the next five years.
AIR = [
    *(17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535),
    *(30.1857, 31.5797, 32.5776, 33.4774, 39.0216, 41.3864, 41.5966),
]
AIR_AHEAD = [43.76, 45.59, 47.43, 49.27, 51.10]
