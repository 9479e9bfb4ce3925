/**
 * The language of what somebody wrote, for `lang`: that of the form where the letters are Latin, and else the script alone,
 * since Arabic letters may be Persian. Undefined where there is no letter.
 */
export function ownLanguage(text: string, form: 'en' | 'fr'): string | undefined {
  const letters = text.slice(0, mostRead).match(/\p{L}/gu) ?? []
  if (letters.length === 0) return undefined
  const counts = scripts.map(({ script, letter }) => ({
    script,
    count: letters.filter((sign) => letter.test(sign)).length,
  }))
  const [most] = counts.toSorted((one, other) => other.count - one.count)
  if (!most || most.count * 2 < letters.length) return 'und'
  return most.script === 'Latn' ? form : `und-${most.script}`
}

const mostRead = 2000

/** By their codes of ISO 15924. */
const scripts = [
  { script: 'Latn', letter: /\p{Script=Latin}/u },
  { script: 'Arab', letter: /\p{Script=Arabic}/u },
  { script: 'Cyrl', letter: /\p{Script=Cyrillic}/u },
  { script: 'Grek', letter: /\p{Script=Greek}/u },
  { script: 'Hebr', letter: /\p{Script=Hebrew}/u },
  { script: 'Deva', letter: /\p{Script=Devanagari}/u },
  { script: 'Beng', letter: /\p{Script=Bengali}/u },
  { script: 'Taml', letter: /\p{Script=Tamil}/u },
  { script: 'Thai', letter: /\p{Script=Thai}/u },
  { script: 'Hani', letter: /\p{Script=Han}/u },
  { script: 'Jpan', letter: /\p{Script=Hiragana}|\p{Script=Katakana}/u },
  { script: 'Kore', letter: /\p{Script=Hangul}/u },
  { script: 'Armn', letter: /\p{Script=Armenian}/u },
  { script: 'Geor', letter: /\p{Script=Georgian}/u },
  { script: 'Ethi', letter: /\p{Script=Ethiopic}/u },
] as const
