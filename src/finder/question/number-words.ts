import { fold } from '../vocabulary/fold.ts'
import {
  englishNumberWords,
  englishNumbers,
  frenchNumberWords,
  frenchNumbersOn,
} from '../vocabulary/number-words.ts'

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
  return (all ??= new Map([...englishNumbers(), ...french()]))
}

const { ones, teens, tens } = englishNumberWords
const upToSixteen = frenchNumberWords.slice(0, 16)
const tensInFrench = 'soixante cinquante quarante trente vingt septante nonante'.split(' ')

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
    ...frenchNumberWords.map((word, at): [string, number] => [word, at + 1]),
    ...rows.flatMap(([ten, value, most]): [string, number][] => [
      ...frenchNumbersOn(ten, value, most),
      [`${ten} et une`, value + 1],
      [`${ten} une`, value + 1],
    ]),
  ]
}
