import type { Words } from '../shape/shape.ts'
import { studyDataFr } from './study-data.ts'
import { studyRulesFr } from './study-rules.ts'

/** Les pages d’une étude menée ici : ses centres, versions, réglages, données et rapport. */
export const runStudyFr: Words['runStudy'] = {
  nav: 'Parties de l’étude',
  tabs: {
    overview: 'L’étude',
    sites: 'Centres',
    versions: 'Versions du protocole',
    consentForms: 'Textes de consentement',
    queries: 'Questions',
    sources: 'Contrôles à la source',
    deviations: 'Écarts',
    settings: 'Réglages',
    data: 'Données',
    sets: 'Populations d’analyse',
    lock: 'Verrou',
    report: 'Rapport',
    trail: 'Piste d’audit',
    allocation: 'Attribution',
  },
  lockStates: {
    open: 'Ouvertes : on peut noter',
    frozen: 'Gelées : rien ne peut être noté pendant la relecture',
    locked: 'Verrouillées : plus rien ne peut être noté',
  },
  lockNote: {
    frozen:
      'Les données de cette étude sont gelées pour une relecture. Rien ne peut être noté tant qu’elles ne sont pas rouvertes.',
    locked: 'Les données de cette étude sont verrouillées. Plus rien ne peut être noté.',
  },
  gone: {
    title: 'Cette étude n’est pas ici',
    text: 'L’adresse est peut-être fausse, ou vous n’avez aucun rôle dans cette étude.',
    account: 'Vers votre compte',
  },
  begin: {
    title: 'Mener cette étude ici',
    lead: 'Trialway peut conduire les participants de cette étude du consentement au résultat verrouillé. Dites d’abord comment l’étude est menée. Ensuite vous ajoutez ses centres et son protocole.',
    zone: 'Fuseau horaire du promoteur',
    zoneHint:
      'Les jours des déclarations de sécurité se comptent à ces horloges. Par exemple Europe/Paris.',
    second: 'Une deuxième personne confirme chaque dose',
    secondHint:
      'Une personne prépare la dose, une autre la vérifie. Alors seulement elle compte comme donnée.',
    submit: 'Commencer',
    done: 'L’étude est menée ici maintenant. Ajoutez son premier centre.',
    badZone: 'Ce n’est pas un fuseau horaire. Écrivez-le comme Europe/Paris ou America/New_York.',
    notYet: 'Cette étude n’est pas encore menée ici. Son responsable peut commencer.',
  },
  overview: {
    how: 'Comment l’étude est menée',
    zone: 'Horloges du promoteur',
    second: 'Doses',
    secondYes: 'Une deuxième personne confirme chaque dose',
    secondNo: 'Une seule personne suffit pour noter une dose',
    data: 'Données',
    sites: 'Centres',
    versions: 'Versions du protocole',
    participants: 'Participants',
    addSite: 'Ajouter le premier centre',
    addVersion: 'Ajouter le protocole, et le mettre en vigueur dans un centre',
    columns: { site: 'Centre', version: 'Version', participants: 'Participants' },
    noVersion: 'ne suit encore aucune version',
    count: (n) => (n < 2 ? `${n} participant` : `${n} participants`),
  },
  sites: {
    none: 'Il n’y a encore aucun centre.',
    kept: 'Le centre est gardé.',
    columns: { site: 'Centre', zone: 'Horloges', approved: 'Peut inclure', change: 'Changer' },
    since: (from) => `depuis le ${from}`,
    span: (from, until) => `du ${from} au ${until}`,
    change: (number) => `Changer le centre ${number}`,
    addTitle: 'Ajouter un centre',
    changeTitle: (number, name) => `Changer le centre ${number}, ${name}`,
    another: 'Ajouter plutôt un autre centre',
    add: 'Ajouter le centre',
    save: 'Garder le changement',
    notInRecord: 'Un centre que le registre ne nomme pas',
    byHand: 'Un centre que le registre ne nomme pas',
    byHandHint:
      'Seulement si vous avez choisi cela plus haut. L’identifiant du centre est fait de ces trois mots.',
    noneLeft: 'Tous les centres du registre sont déjà ici. Nommez-en un autre :',
    fields: {
      site: 'Centre',
      facility: 'Hôpital',
      city: 'Ville',
      country: 'Pays',
      number: 'Numéro du centre',
      timeZone: 'Fuseau horaire du centre',
      approvedFrom: 'Peut inclure à partir du',
      approvedUntil: 'Peut inclure jusqu’au',
    },
    hints: {
      number:
        'Deux ou trois chiffres. Les numéros de ses participants commencent ainsi, et il ne change jamais.',
      timeZone: 'Ce qui est tapé au centre suit ces horloges. Par exemple Europe/Paris.',
      approvedFrom: 'Le jour de l’autorisation là-bas, comme 2026-12-15.',
      approvedUntil:
        'Laissez vide tant qu’il n’y a pas de fin. Après ce jour, personne n’y est inclus.',
    },
    problems: {
      site: 'Choisissez un centre de la liste, ou écrivez l’hôpital, la ville et le pays.',
      number: 'Écrivez deux ou trois chiffres, comme 01.',
      taken: 'Un autre centre a ce numéro. Choisissez un numéro libre.',
      timeZone:
        'Ce n’est pas un fuseau horaire. Écrivez-le comme Europe/Paris ou America/New_York.',
      days: 'Écrivez des jours qui existent, comme 2026-12-15. La fin ne peut pas précéder le début.',
    },
  },
  versions: {
    none: 'Il n’y a encore aucune version du protocole.',
    name: 'Version',
    date: 'Date du document',
    supersedes: 'Prend la place de',
    appliesTo: 'Pour qui',
    reconsent: 'Nouveau consentement',
    impacts: {
      everybody: 'tout le monde, aussi ceux déjà inclus',
      'new participants': 'les nouveaux participants seulement',
      open: 'le document ne le dit pas ; cela se décide à la mise en vigueur',
    },
    reconsents: {
      yes: 'ceux déjà inclus signent de nouveau',
      no: 'pas nécessaire',
      open: 'le document ne le dit pas ; cela se décide à la mise en vigueur',
    },
    atSites: 'En vigueur',
    nowhere: 'encore dans aucun centre',
    since: (site, from) => `${site} depuis le ${from}`,
    hash: 'Empreinte du document (SHA-256)',
    document: (version) =>
      version === '' ? 'Document (JSON)' : `Le document de ${version} (JSON)`,
    switchTitle: 'Mettre une version en vigueur dans un centre',
    switchLead:
      'Vous voyez d’abord ce qui change pour chaque participant du centre. Rien n’est fait avant que vous le disiez là.',
    version: 'Version',
    site: 'Centre',
    from: 'À partir du',
    fromHint: 'Le jour à partir duquel le centre la suit, comme 2026-12-15.',
    show: 'Montrer ce qui change',
    addTitle: 'Ajouter une version',
    shelf: 'Une version fournie avec Trialway',
    addShipped: 'Ajouter cette version',
    documentHint:
      'Un protocole sous forme de données, 4 Mo au plus. Il est vérifié, et gardé seulement si rien n’est faux. Ensuite il ne change plus jamais.',
    addDocument: 'Vérifier et ajouter le document',
    notKept: 'Le document n’a pas été gardé, car quelque chose y est faux.',
    noFile: 'Choisissez d’abord un fichier.',
    otherStudy: (found, study) =>
      `Le document est celui de ${found}. Ajoutez un document de ${study}.`,
    added: 'La version est ici. Aucun centre ne la suit encore : mettez-la en vigueur plus bas.',
    known:
      'Cette version est déjà ici. Une version ne change jamais : donnez un nom propre à un changement.',
    tooLarge: 'Le fichier dépasse 4 Mo. Envoyez-en un plus petit.',
  },
  switching: {
    title: 'Mettre une version en vigueur',
    back: 'Retour aux versions',
    firstLead: (version, site, from) =>
      `${site} commence à suivre ${version} à partir du ${from}. C’est la première version là-bas : rien ne change pour personne.`,
    lead: (version, site, from) =>
      `${site} suivrait ${version} à partir du ${from}. Voici ce qui change pour chaque participant là-bas.`,
    decideTitle: 'Ce que le document ne dit pas',
    decideLead:
      'Décidez-le une fois pour cette version. Ensuite vous voyez ce qui change, et rien n’est encore fait.',
    appliesTo: 'Pour qui est cette version ?',
    appliesToChoices: {
      'new participants':
        'Les nouveaux participants seulement. Ceux déjà inclus restent à la version de leur consentement.',
      everybody: 'Tout le monde. Ceux déjà inclus passent à elle ce jour-là.',
    },
    reconsent: 'Ceux déjà inclus signent-ils de nouveau le consentement ?',
    reconsentChoices: {
      yes: 'Oui, à leur prochaine visite à partir de ce jour',
      no: 'Non',
    },
    show: 'Montrer ce qui change',
    effectsTitle: 'Ce qui change',
    summary: (all, moved, consent) =>
      `Participants dans le centre : ${all}. À une autre version : ${moved}. Nouveau consentement à signer : ${consent}.`,
    judgedAnew: (n) =>
      `Ce jour est dans le passé de ce qui a été noté. Pour ${n < 2 ? `${n} participant` : `${n} participants`}, des écarts apparaîtraient qui n’en étaient pas avant. Les doses données ne sont jamais réécrites.`,
    judgedAt: (from) =>
      `Calculé d’après ce qui est connu maintenant, au ${from}, ou à cet instant si ce jour est passé.`,
    same: (n) =>
      n < 2
        ? `Rien ne change pour ${n} autre participant.`
        : `Rien ne change pour ${n} autres participants.`,
    consentDue: 'Un nouveau consentement est à signer à la prochaine visite.',
    deviations: 'Ces écarts apparaîtraient :',
    tableOf: (number) => `Ce qui change pour ${number}`,
    columns: { what: 'Quoi', before: 'Maintenant', after: 'Avec cette version' },
    notThere: 'absent',
    versionRow: 'Version suivie',
    confirmTitle: 'Mettre en vigueur',
    reason: 'Pourquoi est-elle mise en vigueur ?',
    reasonHint:
      'Par exemple l’autorisation et sa date. Cela reste dans la piste d’audit. N’écrivez aucun nom de participant.',
    submit: 'Mettre en vigueur',
    done: 'La version est en vigueur.',
    problems: {
      unknown: 'Cette version ou ce centre n’existe pas. Choisissez dans les listes.',
      days: 'Écrivez un jour qui existe, comme 2026-12-15.',
      twice: 'Le centre suit déjà cette version.',
      beforeDate: 'Ce jour précède la date de la version elle-même. Choisissez un jour plus tard.',
      order:
        'Le centre suit une autre version depuis ce jour ou plus tard. Choisissez un jour plus tard.',
      first:
        'Le centre ne suit encore aucune version. Regardez encore une fois, puis mettez-la en vigueur.',
      locked: 'Les données sont gelées ou verrouillées. Rouvrez-les d’abord ; rien n’a été fait.',
      undecided: 'Décidez pour qui est la version, et si le consentement se signe de nouveau.',
      reason: 'Écrivez pourquoi, en 1000 lettres au plus.',
    },
  },
  ...studyDataFr,
  ...studyRulesFr,
}
