import type { Words } from '../shape/shape.ts'

/** Donner une dose, et confirmer celle qu’une autre personne a préparée. */
export const doseFormFr: Words['doseForm'] = {
  title: 'Dose',
  nextTitle: 'Prochaine dose',
  back: 'Vers le participant',
  units: { mg: 'milligrammes', mL: 'millilitres', g: 'grammes' },
  about: 'environ',
  last: (amount, at) => `La dernière dose : ${amount}, le ${at}.`,
  lastUnread: (at) => `La dernière dose : le ${at}.`,
  unrounded: (exact) =>
    `Le calcul exact donne ${exact}. Aucun arrondi n’est fixé pour cette étude : ce nombre en est seulement proche. Un investigateur choisit la quantité à donner, l’écrit et dit pourquoi.`,
  of: (strength) => `à ${strength}`,
  nothing: 'Ne rien donner.',
  notNow: 'Rien n’est donné maintenant.',
  worked: 'Comment elle est calculée',
  rules: 'Règles regardées',
  missing: 'Ce qui manque',
  record: 'La noter',
  questions: 'À répondre d’abord',
  choose: 'Plusieurs doses sont possibles. Une personne en choisit une et dit pourquoi.',
  option: (n) => `Dose possible ${n}`,
  version: (version) => `Version ${version} du protocole`,
  noRegimen: 'Cette version du protocole ne donne aucun médicament.',
  form: {
    title: 'Noter la dose donnée',
    prepareTitle: 'Préparer la dose',
    prepareText:
      'Dans cette étude, deux personnes donnent une dose. Vous la préparez. Une deuxième personne la vérifie et la confirme. C’est seulement alors qu’elle est notée.',
    late: 'Noter une dose d’un autre jour',
    number: 'Numéro sur l’étiquette ou le bracelet',
    numberHint: 'Lisez-le là, ne le copiez pas de cette page. Par exemple 01-003.',
    amount: 'Quantité donnée',
    amountPrepared: 'Quantité préparée',
    amountHint: 'Des chiffres seulement, comme vous les lisez sur la seringue.',
    unit: 'Unité',
    when: 'Quand a-t-elle été donnée ?',
    now: 'À l’instant',
    nowPrepared: 'Quand la deuxième personne confirme',
    at: 'À cette heure :',
    day: 'Jour',
    time: 'Heure',
    clock: (zone) => `À l’heure du centre (${zone}).`,
    offset: 'Les horloges ont montré deux fois cette heure. Laquelle ?',
    offsets: [(offset) => `la première (UTC${offset})`, (offset) => `la deuxième (UTC${offset})`],
    more: 'Numéro de lot et endroit',
    lot: 'Numéro de lot du produit',
    route: 'Où ou comment elle a été donnée',
    reason: 'Pourquoi une autre dose, ou si tôt',
    reasonHint:
      'Seulement si vous avez donné une autre dose que celle ci-dessus, choisi l’une de plusieurs, ou donné très tôt.',
    button: 'Noter cette dose',
    prepare: 'Prête pour la deuxième personne',
    readOnly: 'Vous pouvez lire cette page. Qui donne les doses les note.',
  },
  same: {
    link: 'Elle a été donnée quand même',
    title: 'Une dose donnée quand même',
    text: 'Pour un investigateur seulement : une dose donnée alors qu’elle n’aurait pas dû l’être. Rien ne l’arrête ici. Elle est gardée comme elle a eu lieu, avec votre raison, et apparaît comme une déviation.',
    reason: 'Pourquoi a-t-elle été donnée ?',
    reasonHint: 'Cela reste dans le dossier.',
    button: 'Noter ce qui a eu lieu',
  },
  recorded: {
    title: 'C’est noté',
    line: (number, amount) => `Dose ${number} : ${amount}`,
    amount: (amount) => `Dose : ${amount}`,
    drawn: (volume) => `volume : ${volume}`,
    at: (moment) => `donnée le ${moment}`,
    by: (name) => `notée par ${name}`,
    both: (one, other) => `préparée par ${one}, confirmée par ${other}`,
    reason: (reason) => `raison : ${reason}`,
    lot: (lot) => `lot ${lot}`,
    deviations: 'Cela a soulevé :',
    undo: 'C’est faux ? Rien n’est effacé. Corrigez avec une raison, et l’ancienne valeur reste lisible.',
    correct: 'La regarder ou la corriger',
  },
  order: {
    title: 'Une dose à confirmer',
    waits: (amount) => `${amount} : préparée, attend une deuxième personne.`,
    see: 'La vérifier et la confirmer',
    by: (name, at) => `Préparée par ${name} le ${at}.`,
    until: (at) => `On peut la confirmer jusqu’au ${at}.`,
    own: 'Vous avez préparé cette dose. Une autre personne doit la confirmer, avec son propre compte.',
    check: 'Comparez la seringue avec cette page : le numéro, la dose et le volume.',
    confirm: 'Confirmer : cette dose est donnée',
    back: 'La reprendre',
    backText: 'Reprise : rien n’a été noté.',
    states: {
      waiting: 'Attend une deuxième personne.',
      confirmed: 'Confirmée. La dose est notée.',
      'taken back': 'Reprise. Rien n’a été noté.',
      expired:
        'Trop ancienne : plus de deux heures ont passé. Rien n’a été noté. Préparez-la de nouveau.',
      void: 'Annulée : ce sur quoi repose cette dose a changé depuis qu’elle a été préparée. Rien n’a été noté. Préparez-la de nouveau.',
    },
    now: 'Vers la prochaine dose, comme elle est maintenant',
  },
  changed: {
    title: 'Quelqu’un d’autre a noté quelque chose entre-temps. Vous n’avez rien noté.',
    text: 'Regardez de nouveau la dose : elle a pu changer. Ce que vous avez écrit est encore là.',
  },
  locked: 'Les données sont fermées. Rien n’a été noté.',
  nothingDone: 'Rien n’a été noté.',
  problems: {
    noNumber: 'Écrivez le numéro de l’étiquette ou du bracelet.',
    otherChild: (page, typed) =>
      `Cette page est celle de ${page}, vous avez écrit ${typed}. Rien n’a été noté.`,
    notThisChild: (page) =>
      `Cette page est celle de ${page}, et vous avez écrit autre chose. Rien n’a été noté.`,
    regimen: 'Le protocole ne connaît pas ce médicament. Ouvrez de nouveau la page.',
    tooLong: 'Un texte est trop long. Écrivez-le plus court.',
    future: 'Cette heure n’est pas encore venue. Écrivez quand la dose a été donnée.',
    amount: {
      empty: 'Écrivez la quantité.',
      notANumber:
        'Écrivez la quantité en chiffres seulement, comme 28,5, et choisissez l’unité à côté.',
      comma: 'Cela peut se lire de deux façons. Écrivez sans virgule devant trois chiffres.',
      notAboveZero: 'La quantité doit être plus grande que 0.',
    },
    unit: 'Cette unité ne peut pas devenir celle du protocole. Choisissez-en une autre.',
    dayFirst: (given) =>
      `Nous lisons : ${given}. Si c’est bien cela, envoyez de nouveau. Sinon, corrigez le jour.`,
    moment: {
      noMoment: 'Écrivez le jour et l’heure, ou choisissez « À l’instant ».',
      notADay: 'Écrivez le jour ainsi : année, mois, jour, 2026-11-30.',
      noSuchDay: 'Ce jour n’existe pas.',
      dayForTime: 'Écrivez le jour entier.',
      notATime: 'Écrivez l’heure en heures et minutes : 08:30.',
      noSuchTime: 'Cette heure n’existe pas.',
      skipped: 'Les horloges ont sauté cette heure quand elles ont avancé.',
      twice: 'Les horloges ont montré deux fois cette heure. Choisissez laquelle c’était.',
      other: 'Cette heure ne peut pas être lue.',
    },
    noConsent: 'Aucun consentement n’est noté avant cette heure. Rien n’est donné avant.',
    noOwnConsent:
      'Cette personne est peut-être majeure et n’a pas signé son propre consentement. L’étude a fixé que les doses l’attendent.',
    notSigned: 'Aucun investigateur n’a encore signé que cette personne peut participer.',
    signatureVoid:
      'La signature de l’investigateur ne vaut plus, car quelque chose qu’elle couvre a changé. Il faut signer de nouveau d’abord.',
    signedLater: (at) =>
      `Un investigateur a signé le ${at}, après cette heure. Rien n’est donné avant la signature.`,
    needsSecond:
      'Dans cette étude, une deuxième personne confirme chaque dose. Préparez-la ici d’abord.',
    noReason: 'Écrivez pourquoi elle a été donnée.',
    notJudged: 'Le protocole ne dit rien d’une telle dose.',
    twice: (amount, at) =>
      `Une dose de ${amount} est déjà notée, donnée le ${at}, à moins d’une minute. C’est peut-être la même, envoyée deux fois.`,
    hold: (why) => `La dose est suspendue : ne rien donner. ${why}`,
    refuse: (why) => `Aucune dose n’est donnée. ${why}`,
    beforeFact: (item, at, recorded) =>
      `La dose repose sur ceci : ${item}, le ${at}, noté le ${recorded}. Elle ne peut pas avoir été donnée ainsi avant cela.`,
    otherThen: (said, due) =>
      due === ''
        ? `À cette heure le protocole disait autre chose : ${said}.`
        : `La dose affichée est pour le ${due}. Avant, le protocole dit autre chose : ${said}. Attendez l’heure de la dose, ou demandez à un investigateur.`,
    millilitres: (typed, due, volume) =>
      `Vous avez écrit ${typed}. La dose est ${due}, soit ${volume} dans la seringue. Avez-vous écrit des millilitres ?`,
    milligrams: (typed, due, volume) =>
      `Vous avez écrit ${typed}. La dose est ${due}, soit ${volume} dans la seringue. Avez-vous écrit des milligrammes ?`,
    tenTimes: (typed, due) =>
      `${typed}, c’est dix fois ${due} ou plus. Regardez la virgule et l’unité.`,
    aboveHighest: (typed, highest) =>
      `${typed}, c’est plus que la plus haute dose du protocole pour cette personne : ${highest}.`,
    notPlausible: (typed) => `${typed} ne peut pas être une dose. Regardez le nombre et l’unité.`,
    deviation: (said) => `Ce ne serait pas comme le protocole le dit : ${said}.`,
    conversion: (volume, strength, amount, due) =>
      `${volume} à ${strength}, c’est ${amount}. La dose est ${due}. Si c’est bien cela, envoyez de nouveau.`,
    differs: (typed, due) =>
      `La dose est ${due}, et vous avez écrit ${typed}. Regardez encore. Si elle a été donnée ainsi, écrivez pourquoi.`,
    roundedByInvestigator: (due) =>
      `La dose est de ${due}, et personne n’a dit comment cette étude l’arrondit. Un investigateur choisit la quantité, la note et écrit pourquoi. Le responsable de l’étude peut aussi fixer l’arrondi, dans « Réglages ».`,
    soon: (last, due) =>
      `La dernière dose a été donnée le ${last}. La prochaine est prévue le ${due} : c’est très tôt. Si elle a été donnée ainsi, écrivez pourquoi.`,
    several: (due) =>
      `Plusieurs doses sont possibles : ${due}. Écrivez pourquoi vous avez choisi celle-ci.`,
    noOrder: 'Il n’y a pas de telle dose préparée.',
    ownOrder: 'Vous avez préparé cette dose. Une autre personne doit la confirmer.',
    orderSettled: 'Cette dose a déjà été confirmée ou reprise.',
    orderExpired: 'Elle a été préparée il y a plus de deux heures. Préparez-la de nouveau.',
    orderVoid:
      'Ce sur quoi repose cette dose a changé depuis qu’elle a été préparée. Elle est annulée. Préparez-la de nouveau.',
    orderWaits: 'Une dose est déjà préparée et attend. Confirmez-la ou reprenez-la d’abord.',
  },
  or: ' ou ',
}
