const digits = '01234567890123456789'
const downwards = '98765432109876543210'

/** Whether a PIN may be used: six digits, and none of those that are tried first. null: it may. */
export function checkPin(pin: string): 'pin-form' | 'pin-weak' | null {
  if (!/^\d{6}$/.test(pin)) return 'pin-form'
  const isRun = digits.includes(pin) || downwards.includes(pin)
  const isRepeated = /^(\d)\1{5}$/.test(pin) || /^(\d\d)\1\1$/.test(pin) || /^(\d{3})\1$/.test(pin)
  return isRun || isRepeated ? 'pin-weak' : null
}
