/** Three times twenty-four hours (UU 27/2022): hours of the clock, on holidays too. */
export const threeDaysMs = 72 * 3_600_000
