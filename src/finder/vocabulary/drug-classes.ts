import { finderOfListed, listedRows, listOf } from './listed-names.ts'

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
  /** Whether some medicine is surely in both: "CAR-T cells" may be cells against BCMA. */
  share(one: string, other: string): boolean
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
  return listedRows('drug-classes.tsv').map(
    ([name = '', wider = '', english = '', french = '', members = '']) => ({
      name,
      names: [...new Set([...namesIn(english, byTarget.en), ...namesIn(french, byTarget.fr)])],
      members: listOf(members).map(membership),
      wider: listOf(wider).map(membership),
    }),
  )
}

/** The names of one cell; "@" before a target stands for all ways to name what is directed at it. */
function namesIn(cell: string, forms: readonly string[]): readonly string[] {
  return listOf(cell).flatMap((name) =>
    name.startsWith('@') ? forms.map((form) => form.replace('@', name.slice(1))) : [name],
  )
}

const ways = ['', ' agent', ' agents', ' therapy', ' therapies', ' treatment']
const antibodies = [' antibody', ' antibodies', ' monoclonal antibody', ' monoclonal antibodies']
const aimed = ['-directed', '-targeted', '-targeting']

const byTarget = {
  en: [
    ...[...ways, ...antibodies].map((way) => `anti-@${way}`),
    ...aimed.flatMap((aim) => [...ways, ' treatments'].map((way) => `@${aim}${way}`)),
    '@ inhibitor',
    '@ inhibitors',
    '@ inhibition',
  ],
  fr: [
    'anti-@',
    'traitement anti-@',
    'inhibiteur de @',
    'inhibiteurs de @',
    'inhibiteurs @',
    'ciblant @',
    'ciblant le @',
    'dirigé contre @',
    'dirigés contre @',
  ],
} as const

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
  const surely = new Map(
    all.map(({ name, members }) => [
      name,
      new Set(members.flatMap((one) => (one.isSure ? one.name : []))),
    ]),
  )
  const find = namesOf(all)
  return {
    all,
    inText: find,
    withWider,
    share: (one, other) => !(surely.get(one) ?? none).isDisjointFrom(surely.get(other) ?? none),
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

const none: ReadonlySet<string> = new Set()

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

function namesOf(all: readonly DrugClass[]): (text: string) => readonly DrugClassMention[] {
  const listed = all.flatMap(({ name: of, names }) =>
    names.map((name) => ({ name, of, isShort: abbreviation.test(name) })),
  )
  const find = finderOfListed(listed, mostWords)
  return (text) => find(text).map(({ start, end, of }) => ({ start, end, drugClass: of }))
}

/** "ARB", "SSRIs": in small letters they may be words. */
const abbreviation = /^[a-z]{2,4}s?$/

/** More than the names of all classes come to. */
const mostWords = 2 ** 14
