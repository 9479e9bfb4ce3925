/** A body of a given size, as an attacker would fill it. */
export interface HostileBody {
  readonly name: string
  readonly type: string
  readonly make: (bytes: number) => Uint8Array
}

const form = 'application/x-www-form-urlencoded'
const mark = '----hostile'
const parts = `multipart/form-data; boundary=${mark}`

/** Everything that a form, a note or a Bundle can be made of to cost its reader most. */
export const hostileBodies: readonly HostileBody[] = [
  { name: 'a& many times', type: form, make: (bytes) => filled('a&', bytes) },
  { name: 'a=b& many times', type: form, make: (bytes) => filled('a=b&', bytes) },
  { name: 'other names', type: form, make: otherNames },
  { name: 'a without =', type: form, make: (bytes) => filled('a', bytes) },
  { name: 'all %', type: form, make: (bytes) => filled('%', bytes) },
  { name: 'all +', type: form, make: (bytes) => filled('+', bytes) },
  { name: 'note of NUL', type: form, make: (bytes) => filled('%00', bytes, 'note=') },
  {
    name: 'note of half characters',
    type: form,
    make: (bytes) => filled('%ED%A0%80', bytes, 'note='),
  },
  { name: 'note of line ends', type: form, make: (bytes) => filled('%0D%0A', bytes, 'note=') },
  { name: 'note like criteria', type: form, make: (bytes) => filled(criteria, bytes, 'note=') },
  { name: 'note of brackets', type: form, make: (bytes) => filled('(', bytes, 'note=') },
  { name: 'note of one word', type: form, make: (bytes) => filled('diabetes+', bytes, 'note=') },
  { name: 'note of denials', type: form, make: (bytes) => filled('no+', bytes, 'note=') },
  {
    name: 'a clinical note',
    type: form,
    make: (bytes) => filled(encoded(clinical), bytes, 'note='),
  },
  { name: 'answers by the thousand', type: form, make: answers },
  { name: 'a clinical note in parts', type: parts, make: (bytes) => inPart(clinical, bytes) },
  { name: 'deep JSON', type: parts, make: (bytes) => inPart('{"a":[', bytes) },
  { name: 'a deep Bundle', type: parts, make: (bytes) => inPart('[', bytes, deepBundle) },
  {
    name: 'a Bundle of small entries',
    type: parts,
    make: (bytes) => inPart(entry, bytes, wideBundle),
  },
  {
    name: 'a Bundle of conditions',
    type: parts,
    make: (bytes) => inPart(condition, bytes, wideBundle),
  },
  { name: 'parts by the thousand', type: parts, make: thousandParts },
  { name: 'boundaries alone', type: parts, make: (bytes) => filled(`--${mark}\r\n`, bytes) },
  {
    name: 'nearly boundaries',
    type: parts,
    make: (bytes) => inPart(`\r\n--${mark.slice(0, -1)}`, bytes),
  },
  { name: 'headers in a part', type: parts, make: headersInPart },
  { name: 'no form', type: 'text/plain', make: (bytes) => filled('a&', bytes) },
  { name: 'JSON by itself', type: 'application/fhir+json', make: (bytes) => filled('[', bytes) },
  {
    name: 'a mail that came back',
    type: 'message/rfc822',
    make: (bytes) => filled('a: b\r\n', bytes),
  },
]

const criteria = '-+Age+%3E+18+years+and+creatinine+%3C+1.5+mg%2FdL+or+no+diabetes%2C+%0A'
const clinical =
  'Patiente âgée de 62 ans. A 62-year-old woman with type 2 diabetes, hypertension, and asthma, seen on 2026-03-04.\n' +
  'She denies chest pain, fever, or weight loss; her mother had breast cancer. BP 142/88, HbA1c 8.1 %, creatinine 1.4 mg/dL.\n' +
  'Medications: metformin 1000 mg twice daily, lisinopril 20 mg, atorvastatin 40 mg, salbutamol as needed.\n' +
  'Plan: repeat laboratory tests, refer to Dr Lefèvre (Hôpital Saint-Éloi), return in three months.\n\n'
const condition =
  '{"resource":{"resourceType":"Condition","code":{"text":"type 2 diabetes mellitus with chronic kidney disease"}}},'
const entry =
  '{"resource":{"resourceType":"Observation","code":{"text":"a"},"valueQuantity":{"value":1,"unit":"mg"}}},'
const deepBundle = '{"resourceType":"Bundle","entry":'
const wideBundle = '{"resourceType":"Bundle","type":"collection","entry":['

function filled(text: string, bytes: number, before = ''): Uint8Array {
  const body = Buffer.alloc(bytes, text)
  body.write(before)
  return body
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+')
}

function otherNames(bytes: number): Uint8Array {
  const text = Array.from({ length: Math.floor(bytes / 9) }, (_, at) => `k${at}=1`).join('&')
  return Buffer.from(text).subarray(0, bytes)
}

function answers(bytes: number): Uint8Array {
  const text = Array.from({ length: Math.floor(bytes / 9) }, (_, at) => `c_i${at}=yes`).join('&')
  return Buffer.from(text).subarray(0, bytes)
}

function inPart(text: string, bytes: number, before = ''): Uint8Array {
  const head = `--${mark}\r\nContent-Disposition: form-data; name="note"\r\n\r\n${before}`
  const tail = `\r\n--${mark}--\r\n`
  const middle = Buffer.alloc(Math.max(1, bytes - head.length - tail.length), text)
  return Buffer.concat([Buffer.from(head), middle, Buffer.from(tail)])
}

function thousandParts(bytes: number): Uint8Array {
  const one = `--${mark}\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n`
  return Buffer.concat([
    Buffer.from(one.repeat(Math.floor(bytes / one.length))),
    Buffer.from(`--${mark}--\r\n`),
  ])
}

function headersInPart(bytes: number): Uint8Array {
  const tail = `\r\nb\r\n--${mark}--\r\n`
  const lines = Buffer.alloc(bytes, 'X-A: b\r\n').subarray(0, bytes - (bytes % 8) - 200 * 8)
  return Buffer.concat([Buffer.from(`--${mark}\r\n`), lines, Buffer.from(tail)])
}
