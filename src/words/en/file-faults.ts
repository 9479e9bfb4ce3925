import type {
  ToldFault,
  ToldReason,
  ToldShapeFault,
  ToldVersionFault,
} from '../language/told-fault.ts'

const quoted = (text: unknown): string => JSON.stringify(text ?? '')
const megabytes = (bytes = 0): string => `${bytes / 1024 / 1024} MB`
const meant = (text: string | undefined): string => (text ? ` Did you mean ${quoted(text)}?` : '')
const example = '2017-03-09T10:00+01:00'

const times: Readonly<Record<string, (key: string, why: ToldReason) => string>> = {
  noSuchDay: (key, { text }) => `${key}: this day does not exist: ${text}.`,
  noSuchTime: (key, { text }) => `${key}: this time does not exist: ${text}.`,
  noOffset: (key, { text }) =>
    `${key}: ${quoted(text)} does not say how far its clock is from UTC. Write the offset, as in ${example}, or name the time zone.`,
  unknownZone: (key, { zone }) => `${key}: there is no time zone ${quoted(zone)}.`,
  skippedTime: (key, { text, zone }) =>
    `${key}: the clocks of ${zone} went forward over this time: ${text} was never shown. When was it?`,
  timeHappensTwice: (key, { text, zone, candidates }) =>
    `${key}: the clocks of ${zone} showed ${text} twice. Write the one that is meant: ${candidates?.join(' or ')}.`,
}

const values: Readonly<Record<string, (why: ToldReason) => string>> = {
  ambiguousComma: ({ value }) =>
    `The value ${quoted(value)} can be read in two ways. Write it without a comma.`,
  unknownUnit: ({ unit, ...why }) =>
    `The unit ${quoted(unit)} is not written as UCUM writes it.${meant(why.meant)}`,
}

/** What is wrong with a file of facts, or with the file of a protocol. */
export const fileFaultsEn = {
  /** Before what is wrong there. */
  line: (line: number) => `line ${line}`,
  kinds: {
    empty: (fault: ToldFault) =>
      fault.key ? `${quoted(fault.key)} is empty.` : 'There is nothing in it.',
    'not JSON': ({ column, found }: ToldFault) =>
      `This is not JSON: what begins with ${quoted(found)} in column ${column} may not stand there.`,
    'cut off': () => 'It is cut off: its end is missing.',
    'text after the end': ({ found }: ToldFault) =>
      `There is more after its end: ${quoted(found)}.`,
    'key twice': ({ found }: ToldFault) =>
      `${quoted(found)} stands here twice. Keep the right one.`,
    'too deep': () => 'It is nested too deep.',
    'control character': ({ column }: ToldFault) =>
      `The text in column ${column} holds a sign that JSON does not allow. Write a line end as \\n and a tab as \\t.`,
    'UTF-16': () => 'The file is saved as UTF-16. Save it as UTF-8.',
    'not a text file': () => 'This is not a text file.',
    'not UTF-8': () => 'This is not UTF-8. Save the file as UTF-8.',
    'over several lines': () =>
      'A fact must stand on one line. Or make the file a list of facts, from [ to ].',
    'too large': ({ mostBytes }: ToldFault) =>
      `The file is larger than ${megabytes(mostBytes)}, the most a protocol may have.`,
    'too long': ({ mostBytes = 0 }: ToldFault) =>
      `This is longer than ${mostBytes / 1024} kB, the most one fact may have.`,
    'not an object': () =>
      `This is not a fact. One looks so: {"item": "temperature", "value": "38.5", "unit": "Cel", "at": "${example}"}`,
    'missing key': ({ key }: ToldFault) =>
      `${quoted(key)} is missing.${key === 'value' ? ' Write null for what was asked and is not known.' : ''}`,
    'wrong type': ({ key }: ToldFault) =>
      key === 'value' || key?.startsWith('details.')
        ? `${quoted(key)} must be a text, a number, true, false or null.`
        : `${quoted(key)} must be ${key === 'details' ? 'an object' : 'a text'}.`,
    'hidden sign': ({ key }: ToldFault) =>
      `${quoted(key)} begins or ends with a space, or holds a sign that cannot be seen.`,
    'too many letters': ({ key, most }: ToldFault) =>
      `${quoted(key)} has more than ${most} letters.`,
    'unknown key': (fault: ToldFault) =>
      `${quoted(fault.key)} is not known here.${meant(fault.meant) || ' What else is to be kept goes into "details".'}`,
    time: ({ key, why }: ToldFault) =>
      (why && times[why.problem]?.(quoted(key), why)) ??
      `${quoted(key)}: ${quoted(why?.text)} is not a time. Write ${example}, or as much as is known: 2017-03-09, 2017-03 or 2017.`,
    value: ({ why }: ToldFault) =>
      (why && values[why.problem]?.(why)) ??
      `The value ${quoted(why?.value)} is not a number, and it has a unit. Write digits with a point, such as 38.5; null is not known.`,
    'id twice': ({ id, line }: ToldFault) =>
      `Its id ${quoted(id)} is on line ${line} too, with another content. A correction has an id of its own and names the other under "corrects".`,
    'corrects nothing': ({ id }: ToldFault) =>
      `It corrects ${quoted(id)}: no fact of this participant has that id.`,
    'corrects in a circle': ({ id }: ToldFault) =>
      `It corrects ${quoted(id)}, which corrects it in turn: neither would be left. Take one of them back.`,
    'no participant': () =>
      'It does not say whose fact it is, and others do. Write "participant" on each line.',
    'too many': ({ most }: ToldFault) =>
      `There are more than ${most} facts: from here on nothing was read.`,
  },
  /** `path (node)`, before what is wrong there. */
  place: (path: string, node: string | undefined) =>
    `${path || 'the whole'}${node === undefined ? '' : ` (${node})`}`,
  /** Where a document is not of its shape. */
  shape: {
    missing: () => 'it is missing.',
    'unknown key': () => 'nothing of this name may stand here.',
    'wrong type': ({ expected }: ToldShapeFault) =>
      `this is not of the right kind${expected ? `: ${expected.join(' or ')} is expected` : ''}.`,
    'not one of': ({ found, expected = [] }: ToldShapeFault) =>
      `${quoted(found)} may not stand here. Write one of: ${expected.join(', ')}.`,
    empty: () => 'it is empty.',
    'out of range': ({ found }: ToldShapeFault) => `${found} is too small or too large.`,
    id: ({ found }: ToldShapeFault) =>
      `${quoted(found)} is not an id. Use letters, digits, and . - _ / between them.`,
    decimal: ({ found }: ToldShapeFault) =>
      `${quoted(found)} is not a decimal. Write digits with a point, in quotes: "38.0".`,
    duration: ({ found }: ToldShapeFault) =>
      `${quoted(found)} is not a span of time. Write it as ISO 8601 does: PT48H, P14D, -P1D.`,
    day: ({ found }: ToldShapeFault) =>
      `${quoted(found)} is not a day that exists. Write 2018-09-01, or 2018-09, or 2018.`,
    zone: ({ found }: ToldShapeFault) =>
      `there is no time zone ${quoted(found)}. Write one such as Europe/Paris.`,
    address: ({ found }: ToldShapeFault) => `${quoted(found)} is not an address (https://…).`,
  },
  /** Between the versions of one study. */
  versions: {
    'version twice': ({ version }: ToldVersionFault) =>
      `Two files are version ${version}. Each version has a name of its own.`,
    'supersedes in a circle': ({ version }: ToldVersionFault) =>
      `Version ${version} takes the place of itself, by way of others.`,
    overlap: ({ version, other, site, from }: ToldVersionFault) =>
      `Versions ${version} and ${other} are both in force ${site === '*' ? 'at every site' : `at ${site}`} from ${from}. One must say in "supersedes" that it takes the place of the other.`,
  },
}
