/** A pattern of words as whole words, without accents, and with or without apostrophes: many leave both out. */
export function dangerWords(source: string): RegExp {
  const plain = withoutAccents(source).replaceAll("'", "'?")
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${plain})(?![\p{L}\p{N}])`, 'gu')
}

/** A sentence as the patterns of danger are: small letters, no accents, one space, plain apostrophes. */
export function asDangerIsRead(text: string): string {
  const plain = withoutAccents(text.toLowerCase()).replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim()
  return plain.replace(ofMessages, (short) => spelled[short] ?? short)
}

/** French as it is typed in haste in messages: « g envi », « jveu », « tt ». A gram has its number before it. */
const spelled: Readonly<Record<string, string>> = {
  g: "j'ai",
  jai: "j'ai",
  envi: 'envie',
  jveu: 'je veux',
  jveux: 'je veux',
  jvais: 'je vais',
  jsuis: 'je suis',
  chui: 'je suis',
  tt: 'tout',
}
const ofMessages =
  /(?<![\p{L}\p{N}'-]|\d )(?:g(?= \p{L}{3})|jai|envi|jveux?|jvais|jsuis|chui|tt)(?![\p{L}\p{N}'-])/gu

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('œ', 'oe')
    .normalize('NFC')
}

/** Whether a sentence says a thing that it does not deny or fear there: "no chest pain", « peur de faire un AVC ». */
export function says(text: string, pattern: RegExp): boolean {
  return [...text.matchAll(pattern)].some(
    ({ index, 0: said }) =>
      !deniedBefore.test(text.slice(0, index)) && !fearedNext.test(text.slice(index + said.length)),
  )
}

/** What stands right behind a sign makes it a fear of it: "choking phobia", "throat closing fear". */
export const fearedNext = /^ ?(?:fears?|phobi\p{L}+|anxiety|worry|worries|scare|panic)(?!\p{L})/u

const deniedBefore =
  /(?<!\p{L})(?:no|not|never|without|denies|afraid|scared|fear|worried|worry|anxious|terrified|risk|risque|phobi\p{L}+|pas|sans|jamais|aucune?|ni|peur|crainte|angoisse|if|si|history|antecedents?|prevent\p{L}*|avoid|eviter)(?: (?:about|of|from|for|to|any|an?|having|getting|more|that|i|my|he|she|they|might|may|could|will|de|d'|d'une?|du|des|une?|l'|la|le|que|je|j'|il|elle|ait|aie|fasse|faire|avoir|nouveau|refaire|another|sudden|acute))* ?$/u

/** Who is near, as the source of a pattern. */
export const kin =
  'son|daughter|child|kid|teen(?:ager)?|boy|girl|wife|husband|partner|mother|father|mum|mom|dad|friend|brother|sister|nephew|niece|grandson|granddaughter|boyfriend|girlfriend|toddler|baby|grandma|grandmother|grandpa|grandfather|uncle|aunt|neighbour|neighbor'
/** The same in French. */
export const proche =
  'fils|fille|enfant|ado|adolescente?|gamine?|mari|femme|compagnon|compagne|conjointe?|copain|copine|mère|père|maman|papa|amie?|frère|soeur|neveu|nièce|petit-fils|petite-fille|bébé|voisine?|mamie|papi|grand-mère|grand-père|oncle|tante'
