import { readable } from '../patient/readable.ts'
import type { Coded } from './shapes.ts'

/** The words of a concept as they are written: its text, else its codings' displays, else nothing. */
export function codedWords(coded: Coded | undefined): string {
  const written = coded?.text?.trim() || coded?.coding?.find(({ display }) => display)?.display
  return readable((written ?? '').slice(0, mostWritten)).trim()
}

const mostWritten = 500

/** All the words of a concept, each once: its text and its codings' displays. */
export function allWordings(coded: Coded | undefined): readonly string[] {
  const written = [coded?.text, ...(coded?.coding ?? []).map(({ display }) => display)]
  const words = written.flatMap((one) => readable((one ?? '').slice(0, mostWritten)).trim() || [])
  return [...new Set(words)].slice(0, 8)
}

/** The codes of a concept, in lower case. */
export function codesOf(coded: Coded | undefined): string[] {
  return (coded?.coding ?? []).flatMap(({ code }) => code?.toLowerCase() ?? [])
}

/** The systems of codes that are known here. */
export type CodeSystem = 'snomed' | 'icd10' | 'loinc' | 'rxnorm' | 'atc' | 'cvx'

/** The codes of a concept that are of a system, as they are written; a code without a system is of none. */
export function codesIn(coded: Coded | undefined, system: CodeSystem): readonly string[] {
  return (coded?.coding ?? []).flatMap((one) =>
    one.code && one.system && systemOf(one.system) === system ? [one.code] : [],
  )
}

function systemOf(address: string): CodeSystem | undefined {
  return systems.find(([, pattern]) => pattern.test(address))?.[0]
}

const systems: readonly (readonly [CodeSystem, RegExp])[] = [
  ['snomed', /snomed\.info\/sct|2\.16\.840\.1\.113883\.6\.96$/],
  [
    'icd10',
    /icd-?10(?!-pcs)|2\.16\.840\.1\.113883\.6\.(?:90|3)$|1\.2\.276\.0\.76\.5\.\d+$|2\.16\.840\.1\.113883\.6\.3\.2$/i,
  ],
  ['loinc', /loinc\.org|2\.16\.840\.1\.113883\.6\.1$/],
  ['rxnorm', /nlm\.nih\.gov\/research\/umls\/rxnorm|2\.16\.840\.1\.113883\.6\.88$/],
  ['atc', /whocc\.no\/atc|fhir\.de\/CodeSystem\/bfarm\/atc|2\.16\.840\.1\.113883\.6\.73$/],
  ['cvx', /hl7\.org\/fhir\/sid\/cvx|2\.16\.840\.1\.113883\.12\.292$/],
]

/** A concept as it can be named where no words are known: its codes. */
export function codesInWords(coded: Coded | undefined): string {
  const codes = (coded?.coding ?? []).flatMap(({ code, system }) => {
    if (!code) return []
    const named = system && (systemOf(system) ?? system.split('/').findLast((part) => part !== ''))
    return named ? `${named} ${code}` : code
  })
  return codes.slice(0, 3).join(', ').slice(0, 80)
}

/** Words without what SNOMED puts after a name: "(disorder)". */
export function withoutTag(words: string): string {
  return words.replace(
    /\s*\((?:disorder|finding|situation|procedure|observable entity|substance|product|medicinal product|clinical drug|morphologic abnormality|event|context-dependent category|physical object|qualifier value|organism|regime\/therapy)\)\s*$/i,
    '',
  )
}
