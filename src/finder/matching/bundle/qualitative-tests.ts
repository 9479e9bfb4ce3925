import type { Evidence, Presence } from '../patient/patient.ts'
import { codedWords, codesOf } from './coded.ts'
import type { Within } from './gathering.ts'
import type { Valued } from './shapes.ts'
import { type When, daysBetween } from './times.ts'

/**
 * A test for an infection with its result in words. What shows the germ itself shows the infection; antibodies may be
 * of an old one. A negative result says that the infection is absent, for half a year; an amount of HIV or hepatitis B virus
 * too little to be found does not, since treatment makes it so (`viral-load@1`). False for any other test.
 */
export function readTest(
  part: Valued,
  evidence: Evidence,
  when: When | undefined,
  { gathered, today }: Within,
): boolean {
  const result = resultOf(part)
  const name = codedWords(part.code)
  const test = tests.find(({ named }) => named.test(name))
  if (!result || !test || /\b(?:vaccin\w*|immunity|history|exposure)\b/i.test(name)) return false
  const days = when ? daysBetween(when, today) : 0
  const isDirect = direct.test(name)
  if (result === 'negative' && days > daysOfNegative) return false
  const isOver = result === 'positive' && test.passes && days > daysOfPositive
  const denied: Presence = test.stays && amount.test(name) ? 'possible' : 'absent'
  const presence: Presence =
    result === 'negative' ? denied : isDirect || isOver ? 'present' : 'possible'
  const { term } = test
  const standing = { presence, when: isOver ? 'history' : 'now', of: 'patient' } as const
  gathered.finding({ term, words: name, ...standing, evidence })
  return true
}

const daysOfNegative = 180
const daysOfPositive = 30

/** The germ itself, or a part of it. */
const direct = /\b(?:rna|dna|pcr|naat?|surface (?:antigen|ag)|hbsag|antigen(?! ?\+)|culture)\b/i

const amount = /\b(?:rna|dna|viral load)\b/i

const tests: readonly {
  readonly named: RegExp
  readonly term: string
  /** True for what goes by itself. */
  readonly passes: boolean
  /** True for what treatment makes too little to be found and does not end. */
  readonly stays?: true
}[] = [
  {
    named: /\bhbsag\b|\bhepatitis b (?:virus )?(?:surface (?:antigen|ag)|dna)\b|\bhbv dna\b/i,
    term: 'Hepatitis B',
    passes: false,
    stays: true,
  },
  {
    named: /\b(?:hepatitis c|hcv)\b.*\b(?:rna|pcr|antibod\w+|ab|igg)\b/i,
    term: 'Hepatitis C',
    passes: false,
  },
  {
    named: /\bhiv\b.*\b(?:ab|ag|antibod\w+|antigen|rna|screen\w*|test|serology)\b/i,
    term: 'HIV Infections',
    passes: false,
    stays: true,
  },
  {
    named: /\bsars-?\s?cov-?\s?2\b.*\b(?:rna|pcr|naa?t?|antigen|ag)\b/i,
    term: 'COVID-19',
    passes: true,
  },
]

function resultOf({ valueCodeableConcept: coded, valueString }: Valued) {
  const codes = codesOf(coded)
  if (codes.some((code) => /^(?:10828004|260373001|11214006|la6576-8|la11882-0)$/.test(code)))
    return 'positive'
  if (codes.some((code) => /^(?:260385009|260415000|131194007|la6577-6|la11883-8)$/.test(code)))
    return 'negative'
  const words = (codedWords(coded) || valueString || '').trim()
  if (/^(?:negative|not detected|non-?\s?reactive|undetectable|n[ée]gati(?:f|ve))\b/i.test(words))
    return 'negative'
  return /^(?:positive|detected|reactive|positi(?:f|ve))\b/i.test(words) ? 'positive' : undefined
}
