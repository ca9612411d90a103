import type { Condition, Form } from '../../../case/index.ts'
import { pick, type Text } from '../../shared/index.ts'

/** A condition to be put after "Hanya bila" or "Only if": `Anda memilih "Hilang" pada "Apa yang terjadi"`. Its fields are those of the form. */
export function conditionWords(condition: Condition, form: Form | null, text: Text): string {
  const { t, language } = text
  if ('all' in condition) return condition.all.map((part) => conditionWords(part, form, text)).join(t('standard.and-if'))
  if ('any' in condition) return condition.any.map((part) => conditionWords(part, form, text)).join(t('standard.or-if'))
  const field = form?.properties[condition.field]
  const question = field ? pick(field['x-title'], language) : condition.field
  if ('is' in condition && typeof condition.is === 'boolean') {
    if (!condition.is) return t('standard.when.no', { question })
    return t('standard.when.yes', { question: language === 'id' ? asStatement(question) : question })
  }
  const say = (value: string | number | boolean): string => {
    const choice = field?.type === 'string' ? field.oneOf?.find((row) => row.const === value) : undefined
    return t('standard.when.answer', { answer: choice ? pick(choice['x-title'], language) : String(value) })
  }
  if ('is' in condition) return t('standard.when.is', { question, answer: say(condition.is) })
  if ('isNot' in condition) return t('standard.when.is-not', { question, answer: say(condition.isNot) })
  if ('in' in condition) return t('standard.when.is', { question, answer: condition.in.map(say).join(t('standard.or')) })
  if ('atLeast' in condition) return t('standard.when.at-least', { question, answer: condition.atLeast })
  return t('standard.when.at-most', { question, answer: condition.atMost })
}

/** Indonesian asks and states in the same order: "Apakah salah satu pernah kawin?" is "salah satu pernah kawin". "Anda" and "PBB" keep their capitals. */
function asStatement(question: string): string {
  const bare = question.replace(/\s*\?\s*$/, '').replace(/^apakah\s+/i, '')
  return /^(?:Anda\b|.\p{Lu})/u.test(bare) ? bare : bare.charAt(0).toLowerCase() + bare.slice(1)
}
