import type { Words } from '../shape/shape.ts'

/** How a dose was decided and worked out, in French. */
export const dosesFr: Words['doses'] = {
  kind: { give: 'Donner', hold: 'Attendre', refuse: 'Pas de dose' },
  means: {
    give: 'Selon les règles de cette version. L’investigateur décide.',
    hold: 'Ne rien donner avant les réponses aux questions.',
    refuse: 'Cette version ne donne plus de dose à cette personne.',
    rests:
      'Ne rien donner tant que les doses sont suspendues. La règle ci-dessous dit ce qui permet de reprendre.',
  },
  number: (number) => `dose ${number}`,
  dueAt: (moment) => `prévue le ${moment}`,
  dueNow: 'prévue maintenant',
  dueSince: (moment) => `prévue depuis le ${moment}`,
  because: {
    'level kept': (node) => `Aucune règle ne change le palier : il reste ${node}.`,
    'level started': (node) => `La première dose est au palier ${node}.`,
    'level changed': (node) => `Le palier change : ${node}.`,
    'not eligible': (node) => `Un critère s’y oppose : ${node}.`,
    'eligibility open': (node) => `Un critère n’est pas connu : ${node}.`,
    'not yet': (node) => `C’est trop tôt : ${node}.`,
    'no weight': () =>
      'La dose ne peut pas encore être calculée : une mesure du corps n’est pas notée, ou pas tranchée.',
    'weight not settled': () =>
      'Plusieurs poids donnent plusieurs doses, et la source ne dit pas lequel compte.',
    'rule unknown': (node) =>
      `Une règle ne peut pas être tranchée : ${node}. Dans le doute on attend, et la dose n’augmente jamais.`,
    'rule holds': (node) => `Une règle suspend la dose : ${node}.`,
    stopped: (node) => `Le traitement est terminé : ${node}.`,
    'past last day': (node) => `Le dernier jour du traitement est passé : ${node}.`,
    withdrawn: () => 'Le consentement a été retiré.',
    'no consent': () => 'Aucun consentement n’est noté.',
    'given dose differs': () => 'La dernière dose donnée n’est pas celle du protocole.',
    'level corrected': () =>
      'Ce qui a mené au palier a été corrigé depuis : cette dose serait maintenant d’un autre palier.',
    'below smallest': (node) => `La quantité est sous le minimum que l’on peut donner : ${node}.`,
    'dose not settled': (node) =>
      `Une dose enregistrée ne peut pas être comptée : ${node}. Elle a peut-être été donnée.`,
    'not allocated': () => 'On ne sait pas dans quel groupe est la personne.',
    'not modelled': (node) => `Ceci n’est pas calculé ici : ${node}.`,
  },
  step: {
    level: 'Palier',
    weight: 'Poids',
    weightOf: (value, at) => `${value}, pris le ${at}`,
    weightAge: (hours) => `${hours} avant la dose`,
    which: {
      baseline: 'le premier poids',
      current: 'le dernier poids',
      only: 'le seul poids',
    },
    written: (value) => `noté ${value}`,
    surface: 'Surface corporelle',
    surfaceOf: (value, formula, height, at) =>
      `${value}, par la formule de ${formula}, avec une taille de ${height}, prise le ${at}`,
    formulas: {
      mosteller: 'Mosteller : √(taille en cm × poids en kg ÷ 3600)',
      haycock: 'Haycock : 0,024265 × (taille en cm)^0,3964 × (poids en kg)^0,5378',
      dubois: 'Du Bois : 0,007184 × (taille en cm)^0,725 × (poids en kg)^0,425',
    },
    arithmetic: 'Calcul',
    cap: 'Maximum par dose',
    capApplied: (amount, by) => `${amount} (${by}) : la quantité y est ramenée`,
    capNotReached: (amount, by) => `${amount} (${by}) : pas atteint`,
    noCap: 'aucun : la source n’en donne pas',
    rounding: 'Arrondi',
    roundedTo: (step, mode, by) => `${mode} à ${step} (${by})`,
    modes: { down: 'vers le bas', 'nearest half up': 'au plus proche, la moitié vers le haut,' },
    noRounding: 'aucun : la source n’en donne pas',
    amount: 'Dose',
    product: 'À prélever ou à compter',
    productOf: (amount, strength) => `${amount} à ${strength}`,
    productCut: (amount, strength) =>
      `environ ${amount} à ${strength} (d’autres décimales suivent)`,
  },
  options: 'La source ne tranche pas. Chaque lecture donne :',
  rules: 'Règles examinées',
  did: {
    step: (to) => `fait passer au palier ${to}`,
    start: (to) => `commence au palier ${to}`,
    hold: () => 'suspend la dose',
    stop: () => 'termine le traitement',
    ask: () => 'demande à une personne',
    nothing: () => 'ne change rien',
  },
  rest: {
    since: (since, verdict) =>
      `doses suspendues depuis le ${since} ; ce qui permet de reprendre : ${verdict}`,
    endsAfter: (end) => `Si elles le sont encore après le ${end}, le traitement se termine.`,
    ended: (at, did) => `doses suspendues jusqu’au ${at} ; ${did}`,
    freed: (at) => `les doses ont repris le ${at} ; rien de plus récent ne les suspend à nouveau`,
  },
  looked: (verdict, did) => `${verdict} ; ${did}`,
  reached: (number, at, rule) => `À la dose ${number} (${at}), tel que c’était alors : ${rule}`,
  prevented: {
    gap: (earliest) =>
      `Remplie, mais trop tôt après le dernier changement : à partir du ${earliest}.`,
    once: () => 'Remplie, mais déjà utilisée : elle n’agit qu’une fois.',
  },
  given: (number, at) => `Dose ${number}, ${at}`,
  shown: 'Ce que le protocole disait alors',
  now: 'Ce qu’il dit maintenant, avec ce qui a été noté depuis',
}
