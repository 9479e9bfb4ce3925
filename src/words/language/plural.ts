import type { Language } from './language.ts'

/** The forms of one counted thing. French also has `many`: "1 000 000 d'études". */
export interface Forms {
  readonly one: string
  readonly many?: string
  readonly other: string
}

/** Says a number with its noun as the language does: in French 0 and 1.5 are singular. */
export function counter(language: Language): (count: number, forms: Forms) => string {
  // Made when first needed: they take some milliseconds, and every start of a program comes by here.
  let rules: Intl.PluralRules | undefined
  let numbers: Intl.NumberFormat | undefined
  return (count, forms) => {
    rules ??= new Intl.PluralRules(language)
    numbers ??= new Intl.NumberFormat(language)
    return `${numbers.format(count)} ${form(rules.select(count), forms)}`
  }
}

/** The form of a noun for an amount that is written beside it. */
export function pluralForm(language: Language, amount: number, forms: Forms): string {
  return form(new Intl.PluralRules(language).select(amount), forms)
}

function form(rule: Intl.LDMLPluralRule, forms: Forms): string {
  if (rule === 'one') return forms.one
  if (rule === 'many') return forms.many ?? forms.other
  return forms.other
}
