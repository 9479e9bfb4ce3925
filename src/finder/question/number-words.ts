import { fold } from '../vocabulary/fold.ts'

/** The number that words say, up to 119, in English or French ("sixty-two", « soixante et onze »); undefined for others. */
export function numberSaid(words: string): number | undefined {
  return /^\d+$/.test(words) ? Number(words) : read().get(keyOf(words))
}

/** Numbers as they are said, as the source of a pattern; `numberSaid` tells which. */
export function numberPattern(): string {
  const units = `${ones.join('|')}|${teens.join('|')}`
  const small = upToSixteen.join('|')
  return [
    String.raw`\d{1,3}`,
    `(?:${tens.join('|')})(?:[ -](?:${ones.join('|')}))?`,
    `(?:quatre[ -]vingts?|${tensInFrench.join('|')})(?:[ -](?:et[ -])?(?:dix[ -](?:sept|huit|neuf)|${small}|une)(?!\\p{L}))?`,
    `dix[ -](?:sept|huit|neuf)|${units}|${small}|une`,
  ].join('|')
}

function keyOf(words: string): string {
  return fold(words).replace(/[\s-]+/g, ' ')
}

let all: ReadonlyMap<string, number> | undefined

function read(): ReadonlyMap<string, number> {
  return (all ??= new Map([...english(), ...french()]))
}

const ones = 'one two three four five six seven eight nine'.split(' ')
const teens =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

function english(): [string, number][] {
  return [
    ...ones.map((word, at): [string, number] => [word, at + 1]),
    ...teens.map((word, at): [string, number] => [word, at + 10]),
    ...tens.flatMap((ten, at): [string, number][] => [
      [ten, (at + 2) * 10],
      ...ones.map((one, unit): [string, number] => [`${ten} ${one}`, (at + 2) * 10 + unit + 1]),
    ]),
  ]
}

const upToSixteen =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
    ' ',
  )
const tensInFrench = 'soixante cinquante quarante trente vingt septante nonante'.split(' ')
const upToNineteen = [...upToSixteen, 'dix sept', 'dix huit', 'dix neuf']

/** "Soixante-dix" and "quatre-vingt" go on to nineteen; Belgians and Swiss say "septante" and "nonante". */
function french(): [string, number][] {
  const rows: readonly (readonly [ten: string, value: number, most: number])[] = [
    ['vingt', 20, 9],
    ['trente', 30, 9],
    ['quarante', 40, 9],
    ['cinquante', 50, 9],
    ['soixante', 60, 19],
    ['septante', 70, 9],
    ['quatre vingt', 80, 19],
    ['nonante', 90, 9],
  ]
  return [
    ['une', 1],
    ['quatre vingts', 80],
    ...upToNineteen.map((word, at): [string, number] => [word, at + 1]),
    ...rows.flatMap(([ten, value, most]): [string, number][] => [
      [ten, value],
      ...upToNineteen
        .slice(0, most)
        .flatMap((word, at): [string, number][] => [
          [`${ten} ${word}`, value + at + 1],
          ...(at === 0 || at === 10
            ? [[`${ten} et ${word}`, value + at + 1] as [string, number]]
            : []),
        ]),
      [`${ten} et une`, value + 1],
      [`${ten} une`, value + 1],
    ]),
  ]
}
