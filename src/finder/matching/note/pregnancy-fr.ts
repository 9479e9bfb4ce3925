/** What a French sentence says of a pregnancy: the first place, and whether there is one. Rule `pregnancy-fr@1`. */
export function pregnancyInFrench(
  text: string,
): { readonly value: 'yes' | 'no'; readonly start: number; readonly end: number } | undefined {
  const isAboutPeriods = /r[èe]gles|grossesse|DDR|(?<!\p{L})hcg/iu.test(text)
  for (const [value, pattern] of [
    ['no', none],
    ['yes', pregnant],
  ] as const) {
    const found = pattern.exec(text)
    if (found) return { value, start: found.index, end: found.index + found[0].length }
  }
  const found = isAboutPeriods ? urineTest.exec(text) : null
  return found
    ? { value: 'yes', start: found.index, end: found.index + found[0].length }
    : undefined
}

const test = String.raw`(?:tests? de grossesse|(?:β|ß|b[êe]ta|b)[- ]?h?cg|hcg)`
const between = String.raw`(?:[\s,]*(?:urinaires?|sanguins?|plasmatiques?|s[ée]riques?|quantitatifs?|qualitatifs?|ce jour|du jour|ce matin|fait|faite|r[ée]alis[ée]|[àa] (?:l['’]accueil|domicile|la maison)|de contr[ôo]le|aux urgences|est|[ée]tait|sont|revenue?s?|hier))*[\s:=(]*`

const none = new RegExp(
  String.raw`(?<!\p{L})(?:${test}${between}(?:n[ée]gati(?:f|ve)s?|n[ée]gs?|ind[ée]tectables?|-)(?!\p{L}|\d)|grossesse (?:est |a [ée]t[ée] )?(?:exclue|[ée]cart[ée]e|[ée]limin[ée]e|infirm[ée]e)|(?:pas|non|ni|n['’]est pas|absence|sans) (?:de |d['’])?(?:enceinte|grossesse(?: (?:en cours|actuelle|[ée]volutive))?)(?!\p{L}| (?:ant|pr[ée]|d[ée]sir|souhait|pr[ée]v)))`,
  'iu',
)
const pregnant = new RegExp(
  String.raw`(?<!\p{L})(?:${test}${between}(?:positi(?:f|ve)s?|pos|\+)(?!\p{L})|\d{1,2}(?: ?\+ ?\d)? (?:semaines?|sem)(?: (?:et|\+) ?\d(?: jours?| ?j)?)? (?:de grossesse|de gestation|d['’]am[ée]norrh[ée]e)|grossesse (?:\p{L}+ ){0,2}(?:de|à) \d{1,2} ?(?:SA|semaines|mois)|(?:attend|attendons) (?:un b[ée]b[ée]|un enfant|des jumeaux|des jumelles|son (?:premier|deuxi[èe]me|troisi[èe]me|1er|2e)(?: enfant| b[ée]b[ée])?)|(?:au |dans son |à son )\d(?:e|[èe]me) mois de grossesse|parturiente|gestante)(?!\p{L})`,
  'iu',
)
const urineTest =
  /(?<!\p{L})tests? (?:urinaires?|sanguins?|rapides?)(?:[\s,]*(?:[àa] (?:l['’]accueil|domicile|la maison)|ce jour|du jour|fait|r[ée]alis[ée]|est|revenu))*[\s:=(]*positifs?(?!\p{L})/iu
