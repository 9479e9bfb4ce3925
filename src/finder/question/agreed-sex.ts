const how =
  '(?:(?:très|trop|toujours|déjà|deja|encore|enfin|récemment|jamais|pas|plus|non|si|bien|tout juste|désormais|actuellement|longtemps) ){0,2}'
const speaker = String.raw`(?<!\p{L})(?:je suis|j['’]ai [ée]t[ée]|j['’][ée]tais|je me sens|[ée]tant)`

/**
 * The sex that French says by agreement of who writes: « opérée d'un cancer », « dialysé », « je suis séropositif ». The words that say it, of each sex.
 */
export const agreedSex = {
  FEMALE: new RegExp(
    `(?:${placeOfSubject()}(?:(?:${ofPeople()})(?:ée|ee)|atteinte${ofIllness()}|(?:suivie(?= (?:pour|par|à|en|depuis))|sujette(?= (?:à|aux))|porteuse(?= (?:d|saine))|n[ée]e(?= ))|séropositive|seropositive|migraineuse|dépressive|hypertendue|sourde|veuve)|${placeOfSpeaker()}(?:(?:${ofAll()})(?:ée|ee)|guérie(?= d))|${besideNoun('(?:nez|c[œo]e?ur|seins?|genoux?|dos|foie|reins?|poumons?|cancer|polypes?|c[ôo]lon|ventre|pieds?|cou|cerveau|ut[ée]rus|ovaires?|pancr[ée]as|lupus|diab[èe]te|rectum|intestin|col)')}(?:${ofAll()})ée|(?:(?:non|ex|ancienne|grosse|petite)[ -]|jamais )fumeuse|(?<= )(?:${ofOnlyPeople()})(?:ée|ee))(?![\\p{L}-])`,
    'giu',
  ),
  MALE: new RegExp(
    `(?:${placeOfSubject()}(?:(?:${ofPeople()})é|atteint(?= d)|(?:suivi(?= (?:pour|par|à|en|depuis))|sujet(?= (?:à|aux))|porteur(?= (?:d|sain))|né(?= ))|séropositif|seropositif|migraineux|dépressif|hypertendu(?!e)|veuf)|${placeOfSpeaker()}(?:(?:${ofAll()})é|guéri(?= d))|${besideNoun('(?:hanche|tumeur|jambe|hernie|valve|vessie|prostate|thyro[ïi]de|[ée]paule|cheville|gorge|prothèse|cataracte)')}(?:${ofAll()})é|(?<= )(?:${ofOnlyPeople()})é)(?![\\p{L}-])`,
    'giu',
  ),
} as const

/** At the beginning, between signs, or behind « je suis ». */
function placeOfSubject(): string {
  return String.raw`(?<=(?:^|[,;.:(!?] ?|${speaker} |(?<!\p{L})(?:jeune|et|mais|car) )${how})`
}

/** Between signs it may be the illness: « tumeur au cerveau, opérée en mars ». */
function placeOfSpeaker(): string {
  return `(?<=(?:^|${speaker} )${how})`
}

/** Beside a noun of the other gender it is not said of it: « polypes dans le nez opérée ». */
function besideNoun(nouns: string): string {
  return `(?<=(?<!\\p{L})${nouns} )`
}

/** How verbs begin of which nothing but somebody is the subject. */
function ofPeople(): string {
  return (
    'greff|transplant|dialys|hospitalis|amput|vaccin|fatigu|[ée]puis|essouffl|alit|retrait|handicap|stress|d[ée]prim|paralys|immunod[ée]prim|sevr|intub|constip|d[ée]sesp[ée]r|' +
    'd[ée]courag|appareill|trach[ée]otomis|perfus|ventil|[âa]g|thyro[ïi]dectomis|splénectomis|colectomis|gastrectomis|colostomis|stomis|agress|mari|divorc|licenci|angoiss|' +
    'm[ée]nopaus|transfus'
  )
}

/** Which nobody says of a part of the body, wherever they stand. */
function ofOnlyPeople(): string {
  return 'alit|dialys|hospitalis|retrait|handicap|essouffl|constip|angoiss|divorc|immunod[ée]prim|trach[ée]otomis|licenci'
}

/** And of which an illness or a bone may be it too. */
function ofAll(): string {
  return 'r?[ée]?op[ée]r|diagnostiqu|trait|soign|br[ûu]l|bless|infect|contamin|irradi|test|coinc|bloqu|castr|cass|fractur|d[ée]pist|g[êe]n|adress|allong|stabilis|immunis|s[ée]par'
}

/** What tells « atteinte d'un lupus » from « atteinte du foie ». */
function ofIllness(): string {
  return String.raw`(?= (?:d['’]une? |d['’](?!e)\p{L}{3}|de (?:la )?maladie|du (?:syndrome|vih|sida)|de (?!la |l['’])))`
}
