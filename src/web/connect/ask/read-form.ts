import { longestText, type EnquiryDetails } from '../../../people/enquiries/model/details.ts'
import { type MailAddress, readMailAddress } from '../../../people/records/address.ts'
import type { Page } from '../../shell/page.ts'
import { saidNumber } from '../../../words/said-number.ts'
import { said } from '../parts/said.ts'

/** The form as it was filled in: all of it stays where something is wrong. */
export interface TypedEnquiry {
  readonly asker: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly when: string
  readonly message: string
  readonly language: string
  /** Whether the answers of the check go along. */
  readonly answers: boolean
  readonly consent: boolean
  /** Names this form, so that it is sent once. */
  readonly key: string
}

/** What is wrong with a field, in words. */
export interface FieldProblem {
  readonly field: string
  readonly text: string
}

/** What a form says, once nothing is wrong with it. */
export interface ReadEnquiry {
  readonly address: MailAddress
  readonly language: 'en' | 'fr'
  readonly details: Pick<
    EnquiryDetails,
    'who' | 'name' | 'phone' | 'when' | 'contactBy' | 'message'
  >
}

/** Who may ask, in the order in which the form has them. */
export const askers = ['parent', 'patient', 'doctor', 'other'] as const
/** How an answer may be wanted: by mail, or by telephone and when. */
export const whens = ['email', 'any', 'morning', 'afternoon', 'evening'] as const

/** The form as it came, by field; what is no text of people is taken out. */
export function typedEnquiry(form: URLSearchParams): TypedEnquiry {
  const line = (name: string) =>
    clean(form.get(name) ?? '')
      .replace(/\s+/g, ' ')
      .trim()
  return {
    asker: line('asker'),
    name: line('name').slice(0, mostKept),
    email: (form.get('email') ?? '').slice(0, mostKept),
    phone: line('phone').slice(0, mostKept),
    when: line('when'),
    message: clean((form.get('message') ?? '').replace(/\r\n?/g, '\n')).trimEnd(),
    language: line('language'),
    answers: form.get('answers') === 'yes',
    consent: form.get('consent') === 'yes',
    key: line('key'),
  }
}

/** The form before anyone filled it in. */
export function emptyEnquiry({ language }: Page, asker: string): TypedEnquiry {
  const empty = { name: '', email: '', phone: '', message: '', answers: false, consent: false }
  return { ...empty, asker, when: 'email', language, key: '' }
}

const mostKept = 400

/** Control and half characters have no place in what people write; line ends and tabs do. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, ' ')
}

/** Reads a form: what it says, or everything that is wrong with it. */
export function readTypedEnquiry(
  page: Page,
  typed: TypedEnquiry,
): { readonly problems: readonly FieldProblem[]; readonly read?: ReadEnquiry } {
  const say = page.words.connect.problems
  const address = readMailAddress(typed.email)
  const language = typed.language === 'fr' || typed.language === 'en' ? typed.language : undefined
  const { problems, reach } = readReach(page, typed)
  const noAddress = typed.email.trim() === '' ? say.noEmail : say.email
  const others: readonly (FieldProblem | false)[] = [
    !address && { field: 'email', text: noAddress },
    language === undefined && { field: 'language', text: say.language },
    !typed.consent && { field: 'consent', text: say.consent },
  ]
  const found = inOrder([...problems, ...others.filter((problem) => problem !== false)])
  if (found.length > 0 || !reach || !address || !language) return { problems: found }
  return { problems: [], read: { address, language, details: reach } }
}

/** Reads who asks, how they are reached and what they say: what a form and its correction share. */
export function readReach(
  page: Page,
  typed: TypedEnquiry,
): {
  readonly problems: readonly FieldProblem[]
  readonly reach?: ReadEnquiry['details']
} {
  const say = page.words.connect.problems
  const who = askers.find((one) => one === typed.asker)
  const when = whens.find((one) => one === typed.when)
  const isPhoneNeeded = when !== undefined && when !== 'email'
  const problems: readonly (FieldProblem | false)[] = [
    !who && { field: 'asker', text: say.who },
    typed.name.length > mostName && { field: 'name', text: say.name },
    typed.phone !== '' && !isPhone(typed.phone) && { field: 'phone', text: say.phone },
    when === undefined && { field: 'when', text: say.when },
    isPhoneNeeded && typed.phone === '' && { field: 'phone', text: say.noPhone },
    ...messageProblem(page, typed.message),
  ]
  const found = problems.filter((problem) => problem !== false)
  if (found.length > 0 || !who || !when) return { problems: found }
  return { problems: [], reach: detailsOf(typed, who, when) }
}

/** The order in which the form has them. */
const order = ['asker', 'email', 'phone', 'when', 'name', 'message', 'language', 'consent']

function inOrder(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field))
}

function detailsOf(
  { name, phone, message }: TypedEnquiry,
  who: EnquiryDetails['who'],
  when: (typeof whens)[number],
): ReadEnquiry['details'] {
  return {
    who,
    ...(name !== '' && { name }),
    ...(phone !== '' && { phone }),
    when: when === 'email' ? 'any' : when,
    contactBy: when === 'email' ? 'email' : 'phone',
    message,
  }
}

/** What is wrong with a message or a note: that it is too long. */
export function messageProblem(
  { language, words }: Page,
  message: string,
  field = 'message',
): readonly FieldProblem[] {
  if (message.length <= longestText) return []
  const length = saidNumber(language, message.length)
  return [{ field, text: said(words.connect.problems.message, { length }) }]
}

const mostName = 100

/** Digits of any script with what people write between them, and a word for an extension. */
function isPhone(text: string): boolean {
  return text.length <= 50 && (text.match(/\p{Nd}/gu)?.length ?? 0) >= 6 && !/[<>@]/.test(text)
}
