/** What is wrong with a protocol whose shape is right; the path says where. */
export const protocolFaultsEn = {
  'id twice': (found: string, other: string) =>
    `The id “${found}” stands twice${other === '' ? '' : `, also at ${other}`}. Give each its own.`,
  'role twice': (found: string) => `Two items have the role “${found}”. Only one may.`,
  'unknown item': (found: string) =>
    `There is no item “${found}”. Add it to the items, or name one of them.`,
  'unknown anchor': (found: string) => `There is no anchor “${found}”.`,
  'unknown visit': (found: string) => `There is no visit “${found}”.`,
  'unknown definition': (found: string) => `There is no definition “${found}”.`,
  'unknown level': (found: string) => `There is no dose level “${found}” in this regimen.`,
  'unknown set': (found: string) => `There is no analysis set “${found}”.`,
  'unknown source': (found: string) => `There is no source “${found}”. Name it among the sources.`,
  'unknown function': (found: string) =>
    `“${found}” is no clinical function of this product. It is not replaced by another.`,
  'unknown unit': (found: string) =>
    `“${found}” is no UCUM unit. Write it as UCUM does: kg, mg/kg, Cel, 10*9/L.`,
  'input missing': (found: string, other: string) => `“${other}” needs the input “${found}”.`,
  'item of another kind': (found: string, other: string) =>
    `“${found}” is of the kind “${other}” and cannot be used here.`,
  'code not listed': (found: string, other: string) =>
    `“${found}” is none of the codes of “${other}”.`,
  'site not listed': (found: string, other: string) =>
    `“${found}” is none of the body sites of “${other}”.`,
  'units do not convert': (found: string, other: string) =>
    `${found}${other === '' ? '' : ` and ${other}`} measure different things and cannot be compared or added.`,
  'reading outside a test': () =>
    'The reading under test is named where no reading is tested. Use it inside “any”, “agreed” or “count”.',
  'anchor counts no days': (found: string) =>
    `The anchor “${found}” counts no days. Say how its days are numbered, or count elapsed time.`,
  'anchor is not the first dose': (found: string) =>
    `“${found}” is not the first dose of this regimen’s item. Days of treatment are counted from that.`,
  cycle: (found: string) => `“${found}” leads back to itself: nothing can be worked out from it.`,
  'words missing': (found: string) =>
    `“${found}” is said to be stated, and has no words of a source. Quote them, or call it inferred.`,
  'reason missing': (found: string) => `“${found}” is inferred and does not say why.`,
  'question missing': (found: string) =>
    `“${found}” leaves something open and does not say what a person is asked.`,
  'criterion and group': (found: string) =>
    `“${found}” is a condition and a group at once. Make the condition a member.`,
  'no birth date': () => 'An age is wanted, and no item has the role “birth date”.',
  'no level to start': () =>
    'Somebody may meet none of the starting rules. End with one that has no condition.',
  'start never reached': (found: string) =>
    `“${found}” is never reached: a rule before it is for everybody.`,
  'unreachable level': (found: string) =>
    `Nobody can reach the level “${found}”: it is no start, and no step leads to it.`,
  'levels not in order': (found: string, other: string) =>
    `The level “${found}” is not higher than “${other}”, which comes before it. The last level is the ceiling.`,
  'fires twice': (found: string, other: string) =>
    `“${found}” and “${other}” may both happen before the same dose: which is meant cannot be told.`,
  'steps to itself': (found: string) =>
    `A step from “${found}” leads to “${found}”: it would happen before every dose.`,
  'amount not modelled': (found: string, other: string) =>
    `An amount in ${found} is not modelled here: it does not come to ${other === '' ? 'an amount' : other}. Use a fixed amount, or one per kg or m2.`,
  'weight missing': () => 'An amount per kg or m2 needs a weight rule: which item is the weight?',
  'surface missing': () => 'An amount per m2 needs to say how body surface is worked out.',
  'windows overlap': (found: string, other: string) =>
    `The windows of “${found}” and “${other}” overlap: a reading could belong to both.`,
  'visit may not happen': (found: string) =>
    `“${found}” may not happen for everybody, or has no place: nothing can be decided by it.`,
  'target missing': (found: string) =>
    `The visit “${found}” has no target. Give one, or call it silent or unscheduled.`,
}
