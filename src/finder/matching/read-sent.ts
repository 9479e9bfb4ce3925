import { readFormBody, type SentField } from '../../base/read-form.ts'
import { decodedText, isNoText } from './text-of-bytes.ts'

/** A form of the page that matches, as it came: nothing of it is read where it came in. */
export interface FormAsSent {
  readonly body: Uint8Array
  readonly contentType: string
}

/** The text that was sent and what is wanted, or why there is none to read. */
export interface ReadSent {
  readonly text: string
  readonly onlyOpen: boolean
  /** The person's town or postcode as it was typed; empty where none was. */
  readonly near: string
  readonly refused?: SentRefusal
}

/** What kept a text from being read, and the field to say it beside. */
export interface SentRefusal {
  readonly field: 'note' | 'file'
  readonly code: 'notForm' | 'notText' | 'empty' | 'tooLong'
}

/**
 * The longest text that is taken, in bytes of UTF-8 as it was typed: how it was packed for the way does not count, and
 * a line end counts once.
 */
export const mostTextBytes = 1024 * 1024

/** Packed for the way in the worst usual form, where each byte becomes three, with what a form puts around it. */
export const mostSentBytes = 3 * mostTextBytes + 64 * 1024

const mostPlaceLetters = 100

/** A note, a file, a place, a choice; browsers send no more. */
const mostFields = 20

/** Reads the form: the file when one was chosen, else what was pasted. Never throws. */
export function readSent({ body, contentType }: FormAsSent): ReadSent {
  const form = readFormBody(body, contentType, mostFields)
  if (form.kind !== 'form') return refused('note', 'notForm', { onlyOpen: true, near: '' })
  const last = (name: string): SentField | undefined =>
    form.fields.findLast((field) => field.name === name)
  const near = (last('near')?.value ?? '').trim().slice(0, mostPlaceLetters)
  const wanted = { onlyOpen: last('open')?.value === 'yes', near }
  const bytes = last('file')?.file
  const chosen = bytes !== undefined && bytes.length > 0
  const field = chosen ? 'file' : 'note'
  const text = withoutReturns(chosen ? decodedText(bytes) : (last('note')?.value ?? ''))
  if (chosen && isNoText(text)) return refused(field, 'notText', wanted)
  if (Buffer.byteLength(text) > mostTextBytes) return refused(field, 'tooLong', wanted)
  return isBlank(text) ? refused('note', 'empty', wanted) : { text, ...wanted }
}

function refused(
  field: SentRefusal['field'],
  code: SentRefusal['code'],
  wanted: Pick<ReadSent, 'onlyOpen' | 'near'>,
): ReadSent {
  return { text: '', ...wanted, refused: { field, code } }
}

/** Browsers send two characters for each line end that was typed. */
function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

function isBlank(text: string): boolean {
  return !/\S/.test(text)
}
