import type { Answers, Form } from '../../../../case/index.ts'

const mostKnown = 200

/** What a sent case teaches for the next: the newest answer to each field counts. Fields of free text that tell of one case only are left out. */
export function learnAnswers(known: Answers, form: Form, answers: Answers): Answers {
  const learnt = Object.entries(answers).filter(([name]) => Object.hasOwn(form.properties, name) && isOfPerson(form, name))
  return Object.fromEntries([...Object.entries(known).filter(([name]) => !Object.hasOwn(answers, name)), ...learnt].slice(-mostKnown))
}

/** A long text is a reason or a story, not a name or an address. */
function isOfPerson(form: Form, name: string): boolean {
  const field = form.properties[name]
  return field.type !== 'string' || (field.maxLength ?? 0) <= longestOfPerson
}
const longestOfPerson = 200
