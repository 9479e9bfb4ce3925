import type { Gazetteer } from './gazetteer.ts'
import type { Region, Town } from './gazetteer-types.ts'

/** Names shorter than this are one letter away from too many others. */
const shortestName = 3
const longestName = 60

/** Towns and regions whose name is one slip of the finger away from `key`, a folded name. */
export function nearlyNamed(gazetteer: Gazetteer, key: string): readonly (Town | Region)[] {
  const letters = key.replaceAll(' ', '')
  if (letters.length < shortestName || key.length > longestName || /\d/.test(key)) return []
  const names = oneEditAway(key)
  return [...oncePerTown(gazetteer.townsNamedAny(names)), ...gazetteer.regionsNamedAny(names)]
}

/** The biggest town that is nearly named `key` where it is so much bigger that it may be meant; else undefined. */
export function farBigger(gazetteer: Gazetteer, key: string, than: number): Town | undefined {
  const [town] = oncePerTown(gazetteer.townsNamedAny(oneEditAway(key)))
  const isFarBigger = town && town.weight >= bigTown && town.weight >= than * muchBigger
  return isFarBigger && key.length >= shortestName ? town : undefined
}

const bigTown = 50_000
const muchBigger = 50

/** A town comes once for each of its names that fits. */
function oncePerTown(towns: readonly Town[]): readonly Town[] {
  const known = new Map<string, Town>()
  for (const town of towns) {
    const id = `${town.name} ${town.lat} ${town.lon}`
    if (!known.has(id)) known.set(id, town)
  }
  return [...known.values()]
}

/** All texts that one letter less, more or other, or two that are near each other swapped, make of a folded name. */
export function oneEditAway(key: string): readonly string[] {
  const found = new Set<string>()
  const alphabet = alphabetOf(key)
  for (let at = 0; at <= key.length; at++) {
    const [before, after] = [key.slice(0, at), key.slice(at)]
    if (after !== '') found.add(before + after.slice(1))
    if (after.length > 1) found.add(`${before}${after[1]}${after[0]}${after.slice(2)}`)
    if (after.length > 2) found.add(`${before}${after[2]}${after[1]}${after[0]}${after.slice(3)}`)
    for (const letter of alphabet) {
      found.add(before + letter + after)
      if (after !== '') found.add(before + letter + after.slice(1))
    }
  }
  found.delete(key)
  return [...found].filter((name) => name !== '' && name.trim() === name && !name.includes('  '))
}

/** The letters a slip can have made: those of the script that is typed, and the space. */
function alphabetOf(key: string): readonly string[] {
  return alphabets.find(({ script }) => script.test(key))?.letters ?? [' ']
}

const alphabets: readonly { readonly script: RegExp; readonly letters: readonly string[] }[] = [
  { script: /[a-z]/, letters: 'abcdefghijklmnopqrstuvwxyz '.split('') },
  { script: /\p{Script=Cyrillic}/u, letters: 'абвгдежзиклмнопрстуфхцчшщъыьэюяії '.split('') },
  { script: /\p{Script=Greek}/u, letters: 'αβγδεζηθικλμνξοπρστυφχψω '.split('') },
]
