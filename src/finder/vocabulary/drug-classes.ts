import { readFileSync } from 'node:fs'
import { placedTokens, tokens } from './fold.ts'
import { PhraseTree } from './phrases.ts'

/** A class of medicines named in a text, at characters `start` to `end`: "anti-TNF agents". */
export interface DrugClassMention {
  readonly start: number
  readonly end: number
  /** The English name that the file has for it. */
  readonly drugClass: string
}

/** The classes a medicine is in, the wider ones included. */
export interface ClassesOfDrug {
  readonly sure: ReadonlySet<string>
  /** Some count it in and some do not: aspirin among the NSAIDs. */
  readonly perhaps: ReadonlySet<string>
}

/** Which medicines belong to which class ("corticosteroids"), and how texts in English and French name the classes. */
export interface DrugClasses {
  readonly all: readonly DrugClass[]
  /** The longest names of classes in a text. */
  inText(text: string): readonly DrugClassMention[]
  /** By a name of `openDrugs()` in lower case, combinations too; empty for a medicine that the file does not have. */
  ofDrug(name: string): ClassesOfDrug
  /** The class itself and all wider ones. */
  withWider(drugClass: string): ClassesOfDrug
}

/** One line of the file. */
export interface DrugClass {
  readonly name: string
  readonly names: readonly string[]
  readonly members: readonly Membership[]
  readonly wider: readonly Membership[]
}

/** A medicine in a class, or a class in a wider one. */
export interface Membership {
  readonly name: string
  readonly isSure: boolean
}

let opened: DrugClasses | undefined

/** The classes that ship with Trialway, read at the first call and kept. */
export function openDrugClasses(): DrugClasses {
  return (opened ??= classesFrom(readClasses()))
}

function readClasses(): readonly DrugClass[] {
  const file = new URL('../../../data/vocabulary/drug-classes.tsv', import.meta.url)
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const [name = '', wider = '', english = '', french = '', members = ''] = line.split('\t')
      const names = [...listOf(english), ...listOf(french)]
      return {
        name,
        names,
        members: listOf(members).map(membership),
        wider: listOf(wider).map(membership),
      }
    })
}

function listOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('|')
}

function membership(written: string): Membership {
  return { name: written.replace(/\?$/, ''), isSure: !written.endsWith('?') }
}

function classesFrom(all: readonly DrugClass[]): DrugClasses {
  const byName = new Map(all.map((one) => [one.name, one]))
  const ofMember = new Map<string, { drugClass: string; isSure: boolean }[]>()
  for (const { name: drugClass, members } of all)
    for (const { name, isSure } of members)
      ofMember.set(name, [...(ofMember.get(name) ?? []), { drugClass, isSure }])
  const withWider = (drugClass: string): ClassesOfDrug => {
    const found: Gathered = { sure: new Set(), perhaps: new Set() }
    climb(drugClass, true, byName, found)
    return found
  }
  const find = namesOf(all)
  return {
    all,
    inText: find,
    withWider,
    ofDrug: (name) => {
      const found: Gathered = { sure: new Set(), perhaps: new Set() }
      for (const part of [name, ...name.split(/ \+ | and /)])
        for (const { drugClass, isSure } of [
          ...(ofMember.get(part) ?? []),
          ...(ofMember.get(`${part.split(' ')[0]} *`) ?? []),
        ])
          climb(drugClass, isSure, byName, found)
      return found
    },
  }
}

interface Gathered {
  readonly sure: Set<string>
  readonly perhaps: Set<string>
}

function climb(
  drugClass: string,
  isSure: boolean,
  byName: ReadonlyMap<string, DrugClass>,
  found: Gathered,
): void {
  const into = isSure ? found.sure : found.perhaps
  if (into.has(drugClass) || found.sure.has(drugClass)) return
  into.add(drugClass)
  if (isSure) found.perhaps.delete(drugClass)
  for (const wider of byName.get(drugClass)?.wider ?? [])
    climb(wider.name, isSure && wider.isSure, byName, found)
}

function namesOf(all: readonly DrugClass[]): (text: string) => DrugClassMention[] {
  const tree = new PhraseTree(mostWords)
  const entries = all.flatMap(({ name: drugClass, names }) =>
    names.map((name) => ({ drugClass, isShort: abbreviation.test(name) })),
  )
  all.flatMap(({ names }) => names).forEach((name, at) => tree.add(tokens(name), at))
  return (text) => {
    const { words, starts, ends } = placedTokens(text)
    const found: DrugClassMention[] = []
    for (let at = 0; at < words.length; at++) {
      const isWritten = (value: number, length: number): boolean =>
        entries[value]?.isShort === false ||
        /^\p{Lu}{2}/u.test(text.slice(starts[at], ends[at + length - 1]))
      const phrase = tree.longestAt(words, at, isWritten)
      const entry = phrase && entries[phrase.value]
      if (!phrase || !entry) continue
      const last = at + phrase.length - 1
      const { drugClass } = entry
      found.push({ start: starts[at] ?? 0, end: ends[last] ?? 0, drugClass })
      at = last
    }
    return found
  }
}

/** "ARB", "SSRIs": in small letters they may be words. */
const abbreviation = /^[a-z]{2,4}s?$/

/** More than the names of all classes come to. */
const mostWords = 2 ** 13
