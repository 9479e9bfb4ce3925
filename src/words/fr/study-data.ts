import type { studyDataEn } from '../en/study-data.ts'
import type { Widen } from '../shape/shape.ts'

/** Les pages des données d’une étude : populations d’analyse, verrou, rapport, lignes et piste. */
export const studyDataFr: Widen<typeof studyDataEn> = {
  sets: {
    lead: 'On décide qui compte dans quelle analyse avant de verrouiller les données. La version du protocole le dit là où elle le peut ; une personne décide, et donne une raison là où la version dit autre chose ou rien.',
    open: (open, all) =>
      open === 0 ? `Les ${all} lignes sont décidées.` : `Encore à décider : ${open} sur ${all}.`,
    accept: (n) => `Suivre ce que dit la version (${n})`,
    decideTitle: 'Décider une ligne',
    isDecided: 'décidé',
    line: 'Participant et population',
    member: 'Ce participant fait-il partie de la population ?',
    members: { yes: 'Dans la population', no: 'Hors de la population' },
    reason: 'Raison',
    reasonHint: 'Nécessaire là où ce n’est pas ce que dit la version. N’écrivez aucun nom.',
    decide: 'Garder la décision',
    did: 'La décision est gardée.',
    caption: 'Populations d’analyse de chaque participant',
    columns: {
      number: 'Participant',
      set: 'Population',
      derived: 'La version dit',
      decided: 'Décidé',
      reason: 'Raison',
    },
    notYet: 'pas encore',
    again: (then) => `À décider de nouveau. Lors de la décision, la version disait : ${then}`,
    problems: {
      locked: 'Les données sont verrouillées. Les populations se décident avant le verrou.',
      member: 'Choisissez si ce participant fait partie de la population.',
      reason: 'Écrivez pourquoi, en 1000 lettres au plus : ce n’est pas ce que dit la version.',
      line: 'Choisissez un participant et une population de la liste.',
    },
  },
  lock: {
    needsTitle: 'Ce qui manque avant le verrou',
    noNeeds: 'Il ne manque rien.',
    needs: {
      query: (n) => `questions que personne n’a closes : ${n}`,
      eligibility: () => 'aucune signature valable d’un investigateur disant qu’il peut participer',
      set: (sets) => `populations d’analyse non décidées : ${sets}`,
    },
    toSets: 'Décider les populations d’analyse',
    what: 'Que faire',
    whom: 'De qui',
    whole: 'toute l’étude',
    titles: {
      freeze: 'Geler',
      unfreeze: 'Rouvrir ce qui est gelé',
      lock: 'Verrouiller l’étude',
      unlock: 'Rouvrir l’étude verrouillée',
    },
    leads: {
      freeze:
        'Pour une relecture. Rien ne peut être noté tant que les données ne sont pas rouvertes.',
      unfreeze: 'On peut ensuite noter de nouveau.',
      lock: 'Tous les faits sont gardés par leur empreinte, et vous la signez. Ensuite plus rien ne peut être noté.',
      unlock:
        'La signature du verrou devient nulle, et cela reste visible. Les faits verrouillés restent tels quels.',
    },
    do: {
      freeze: 'Enregistrer',
      unfreeze: 'Rouvrir les données',
      lock: 'Signer et verrouiller',
      unlock: 'Rouvrir l’étude',
    },
    did: {
      freeze: 'Les données sont gelées.',
      unfreeze: 'Les données sont rouvertes.',
      lock: 'L’étude est verrouillée et signée.',
      unlock: 'L’étude est rouverte. La signature du verrou est nulle.',
    },
    steps: {
      freeze: 'Gel :',
      unfreeze: 'Réouverture après gel :',
      lock: 'Verrou :',
      unlock: 'Réouverture après verrou :',
    },
    reason: 'Raison',
    reasonHint: 'Elle reste lisible ici et dans la piste. N’écrivez aucun nom de participant.',
    prove: 'D’abord se connecter encore une fois',
    meanings: {
      lock: 'Je verrouille ces données',
      unlock: 'Je rouvre ces données',
    },
    signedAs: (name, meaning) => `Vous signez en tant que ${name}, avec ce sens : « ${meaning} ».`,
    signatures: 'Signatures du verrou',
    signed: (name, role, at) =>
      `Signé par ${name} (${role}) le ${at} (UTC), sens : « Je verrouille ces données ». Empreinte des faits :`,
    isVoid: (at) => `Nulle depuis le ${at} (UTC).`,
    history: 'Ce qui a été fait',
    noHistory: 'Rien n’a encore été gelé ni verrouillé.',
    problems: {
      reason: 'Écrivez pourquoi, en 1000 lettres au plus.',
      state: 'Cela ne se peut pas dans l’état actuel des données. Voyez l’état plus haut.',
      gone: 'Ce participant n’existe pas. Choisissez-en un de la liste.',
      changed:
        'Quelqu’un a noté quelque chose entre-temps : rien n’a été verrouillé. Regardez encore, puis verrouillez.',
      needs: 'Il manque quelque chose avant le verrou. La liste est plus bas.',
    },
  },
  report: {
    choose: 'Faire le rapport',
    facts: 'Faits',
    locked: 'ceux avec lesquels l’étude est verrouillée',
    draft:
      'tels qu’ils sont maintenant. L’étude n’est pas verrouillée : le rapport est un brouillon',
    hash: 'Leur empreinte (SHA-256)',
    version: 'Selon quelle version',
    versionHint: 'Chacun est jugé par elle, quelle que soit la version de son inclusion.',
    beside: 'Une autre version à côté',
    besideNone: 'Aucune',
    make: 'Faire le rapport',
    back: 'Retour à l’étude',
    unknown: 'Cette version n’est pas ici. Choisissez-en une de la liste.',
    same: 'Choisissez deux versions différentes.',
    nothing: 'Rien n’a encore été noté : il n’y a rien à rapporter.',
    lockedStamp: (at, hash) => `Verrouillé le ${at} (UTC). Faits : SHA-256 ${hash}`,
    draftStamp: (hash) =>
      `NON VERROUILLÉ : BROUILLON. Faits tels qu’ils sont maintenant : SHA-256 ${hash}`,
  },
  data: {
    lead: 'Chaque valeur, avec ses corrections et avec ce qui n’est pas connu, par numéro et sans nom.',
    nobody: 'Personne n’a encore été inclus.',
    exportTitle: 'Sortir des lignes en fichier',
    exportLead:
      'Le fichier ne contient aucun nom. Qui le prend, quand, et son empreinte sont écrits dans la piste.',
    whom: 'De qui',
    all: 'tout le monde',
    format: 'Forme du fichier',
    formats: {
      csv: 'CSV, pour les tableurs',
      ndjson: 'NDJSON, un fait par ligne, pour « trialway report »',
    },
    take: 'Prendre le fichier',
    of: 'Participant',
    show: 'Montrer',
    nothing: 'Rien n’a encore été noté de ce participant.',
    caption: (number, n) =>
      `${number} : ${n < 2 ? `${n} valeur` : `${n} valeurs`}, dans l’ordre où on les a notées`,
    columns: {
      seq: 'N°',
      item: 'Quoi',
      value: 'Valeur',
      at: 'Quand c’était ainsi',
      recordedAt: 'Noté (UTC)',
      correction: 'Corrections et raisons',
    },
    notKnown: 'non connu',
    yesNo: { yes: 'oui', no: 'non' },
    corrected: 'Corrigé plus tard',
    isCorrection: 'Une correction',
  },
  trail: {
    lead: 'Qui a fait quoi dans cette étude : chaque ligne est liée à la précédente, et aucune n’est jamais modifiée.',
    of: 'Lignes sur',
    all: 'l’étude et tous ceux qui y sont',
    show: 'Montrer',
    take: 'Prendre ces lignes en fichier (CSV)',
  },
}
