/**
 * The words anywhere in a part of a record that is not read as what it is: names, answers, conclusions. Without codes,
 * addresses, dates and pictures; each once, 60 at most.
 */
export function wordsWithin(resource: unknown): readonly string[] {
  const found = new Set<string>()
  collect(resource, 0, found)
  return [...found]
}

const most = 60
const deepest = 16

function collect(value: unknown, depth: number, found: Set<string>): void {
  if (found.size >= most || depth > deepest) return
  if (typeof value === 'string') {
    if (/\p{L}{3}/u.test(value) && !/^\w+:\S+$/.test(value)) found.add(value)
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) return value.forEach((one) => collect(one, depth + 1, found))
  for (const sentence of attachedText(value)) if (found.size < most) found.add(sentence)
  for (const [key, one] of Object.entries(value))
    if (!wordless.has(key)) collect(one, depth + 1, found)
}

/** The sentences of a plain text or page that is attached as base64: what it says was not read, and is not silence. */
function attachedText(value: object): readonly string[] {
  if (!('contentType' in value) || !('data' in value)) return []
  const { contentType, data } = value
  if (typeof contentType !== 'string' || typeof data !== 'string') return []
  if (!/^text\//i.test(contentType) || data.length > longestAttached) return []
  return Buffer.from(data, 'base64')
    .toString('utf8')
    .replace(/<[^<>]{0,400}>/g, ' ')
    .split(/[.;!?](?=\s|$)|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}{3}/u.test(sentence))
}

const longestAttached = 200_000

/** Where FHIR has something else than words about a person. */
const wordless: ReadonlySet<string> = new Set([
  'resourceType',
  'id',
  'meta',
  'language',
  'implicitRules',
  'identifier',
  'reference',
  'subject',
  'patient',
  'performer',
  'author',
  'recorder',
  'asserter',
  'practitioner',
  'participant',
  'requester',
  'serviceProvider',
  'location',
  'system',
  'url',
  'version',
  'linkId',
  'status',
  'intent',
  'div',
  'data',
  'contentType',
])
