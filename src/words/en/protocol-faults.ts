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
  'undoes a step': (found: string, other: string) =>
    `“${found}” leads back to where “${other}” begins, on the same condition: the level would change at every dose.`,
  'gap beyond the end': (found: string) =>
    `“${found}” waits longer than treatment lasts: it never happens. Look at the time, or at the last day.`,
  'window turned round': (found: string) =>
    `The window for “${found}” begins after it ends: no reading is ever in it. Turn the two ends round.`,
  'never together': (found: string, other: string) =>
    found === other
      ? `Nobody can ever fulfil “${found}”: it asks for two things that are never so together.`
      : `Nobody can ever fulfil “${found}” and “${other}” together: nobody could join. Look at the two limits.`,
  'in no set': (found: string) =>
    `“${found}” is in no analysis set: no report would count it. Name its set.`,
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
  'target twice': (found: string) =>
    `The target of “${found}” needs either a day or a time after its anchor: one of them, and not both.`,
  'visit repeats': (found: string) =>
    `“${found}” comes again: which of its times is meant cannot be told. Name a time window instead.`,
  'not above zero': (found: string) => `${found} is not above zero: nothing can come of it.`,
  'below zero': (found: string) => `${found} runs backwards. Write the length without a minus.`,
  'says nothing': (found: string) =>
    `“${found}” is said to be known, and nothing can be worked out from it. Give its value, or call it silent.`,
  'days of the cycle': (found: string, other: string) =>
    `The days ${found} are not within a cycle of ${other} days. The first day of a cycle is 1.`,
  'never looked at': (found: string) =>
    `“${found}” is never looked at: no dose falls on its days or has its number.`,
  'no day zero': (found: string) =>
    `“${found}” counts its days from 1: there is no day 0. The day before day 1 is -1.`,
  'count beyond its list': (found: string, other: string) =>
    `At least ${found} of ${other} can never be met.`,
  'not a whole age': (found: string, other: string) =>
    `An age in whole ${other} cannot tell ${found}. Count the age in a smaller unit.`,
  'limits turned round': (found: string) =>
    `The lowest plausible value of “${found}” is above the highest.`,
  'no dose of it': (found: string) =>
    `No regimen gives “${found}”: there is no level of it that can rise.`,
  'item of two regimens': (found: string, other: string) =>
    `“${found}” and “${other}” count the same doses. Say for each whom it is for, or give each its own item.`,
  'site twice': (found: string) => `The site “${found}” has two dates for this version. Keep one.`,
  'set though stated': (found: string) =>
    `The version says this of “${found}” itself: a setting never overrides it. Take the setting out.`,
  'no such part': (found: string) =>
    `The version has no part “${found}” that this could be set for.`,
  'set twice': (found: string) => `This is set twice for “${found}”. Keep one.`,
  'limit that no body has': (found: string, other: string) =>
    `${found} is outside of what “${other}” can plausibly be: it is always met or never. Look at the number and its unit.`,
  'rest ends at once': (found: string) =>
    `What lets doses rest by “${found}” lets them go on as well: they would never rest. Look at the two limits.`,
  'products wait for each other': (found: string, other: string) =>
    `“${found}” counts from a dose of “${other}”, and that one waits as well: each waits for the other, and nobody could begin. Say first, with “and”, that a dose was given: count the doses of “${other}” until the decision, at least 1.`,
  'nobody could begin': (found: string, other: string) =>
    `“${found}” counts from a dose of “${other}”, and before the first one nobody can tell it: nobody could begin. Say first, with “and”, that a dose was given: count the doses until the decision, at least 1.`,
  'smallest above cap': (found: string, other: string) =>
    `The smallest dose (${found}) is above the most in one dose (${other}): no dose could be given.`,
  'cap below every dose': (found: string, other: string) =>
    `The most in one dose (${found}) is below every dose: the lowest level comes to at least ${other}. All doses would be cut to ${found}, and the levels would mean nothing. Correct the cap or the levels.`,
  'rounds to nothing': (found: string, other: string) =>
    `Rounded to steps of ${found}, a dose of at most ${other} becomes 0: nothing could be given. Take a smaller step.`,
  'told before its day': (found: string, other: string) =>
    `The answer would be told at ${found}, but it reads values of ${other}, which is later: what is still to come would count as missing. Put “readyAt” at ${other} or later.`,
  'strength of a body': (found: string) =>
    `${found} is an amount for a body, not what a product holds. Write it as on the pack: mg/mL.`,
  'not a confidence': (found: string) =>
    `${found} is no confidence. Write a share between 0 and 1: 0.95 for 95 %.`,
}
