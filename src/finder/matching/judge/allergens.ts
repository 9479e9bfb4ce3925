/**
 * Things that are no medicines and that people are allergic to, as criteria and records name them: a criterion and an allergy that
 * match one row are of the same. Rule `allergen@1`.
 */
export function isSameAllergen(asked: string, name: string): boolean {
  return allergens.some((one) => one.test(asked) && one.test(name))
}

const allergens: readonly RegExp[] = [
  /\bcontrast|\bcontraste/i,
  /\blatex/i,
  /\beggs?\b|\bœufs?\b|\boeufs?\b/i,
  /\bpeanuts?\b|\barachides?\b|\bcacahuètes?\b/i,
  /\btree nuts?\b|\bfruits? à coque/i,
  /\bsoy(?:a|beans?)?\b|\bsoja\b/i,
  /\bshellfish|\bcrustac|\bfruits de mer/i,
  /\bgadolinium/i,
  /\bgelatine?\b|\bgélatine/i,
  /\bhymenoptera|\bbee\b|\bwasp|\bguêpes?|\babeilles?/i,
]
