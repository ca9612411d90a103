const units = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'] as const

/** 0 to 99 in Indonesian words: 3 is "tiga", 12 "dua belas", 21 "dua puluh satu". Empty for any other number. */
export function numberWords(n: number): readonly string[] {
  if (!Number.isInteger(n) || n < 0 || n > 99) return []
  if (n < units.length) return [units[n]]
  if (n < 20) return [units[n - 10], 'belas']
  return [units[Math.floor(n / 10)], 'puluh', ...(n % 10 === 0 ? [] : [units[n % 10]])]
}
