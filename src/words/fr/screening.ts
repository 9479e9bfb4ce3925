import type { Words } from '../shape/shape.ts'

/** La page où l’on regarde chaque critère, et celles où un investigateur signe. */
export const screeningFr: Words['screening'] = {
  title: 'Examen de sélection',
  version: (name) => `D’après la version « ${name} » du protocole.`,
  caption: 'Chaque critère : ce qu’il en est, et ce qu’il faut chercher',
  criterion: 'Critère',
  cameTo: 'Ce qu’il en est',
  why: 'Pourquoi, et ce qu’il faut chercher',
  kinds: { inclusion: 'il le faut', exclusion: 'il ne le faut pas' },
  verdicts: {
    met: 'rempli',
    'not met': 'non rempli',
    unknown: 'pas connu',
    'not applicable': 'ne concerne pas',
  },
  record: 'Noter ce qui manque',
  consent: 'Noter le consentement',
  words: 'Dans les mots du protocole',
  hints: {
    title: 'Ce qui est écrit dans la demande',
    lead: 'De simples indices : rien n’est noté tout seul. Demandez encore, et notez ce que vous entendez.',
    age: 'Âge',
    sex: 'Sexe',
    sexes: { FEMALE: 'féminin', MALE: 'masculin' },
    answers: 'Ce qui a été répondu au questionnaire',
    none: 'Aucune réponse au questionnaire n’a été envoyée.',
  },
  sign: {
    title: 'Éligibilité (droit de participer)',
    none: 'Aucun investigateur n’a encore signé. Rien ne peut être donné avant.',
    cannot: 'Cela ne peut pas être signé maintenant. Ce qui s’y oppose :',
    who: 'Un investigateur de ce centre signe.',
    button: 'Signer que cette personne peut participer',
  },
  signature: {
    title: 'Signatures',
    signTitle: 'Signer',
    meanings: {
      eligibility: 'Éligibilité : cette personne remplit chaque critère et peut participer',
      'data reviewed': 'Données relues : ce qui est noté est complet et fidèle à la source',
      'safety report': 'Rapport de sécurité',
      'sets decided': 'Ensembles d’analyse décidés',
      lock: 'Verrouillage',
    },
    meaning: 'Sens',
    name: 'Signé par',
    role: 'En tant que',
    at: 'Quand',
    covers: 'Ce qui est signé',
    coversItems: (n, version) =>
      `tout ce que lisent les critères et qui est noté jusqu’ici (${n} notes en tout), d’après la version « ${version} »`,
    coversAll: (n, version) =>
      `tout ce qui est noté jusqu’ici (${n} notes), d’après la version « ${version} »`,
    content: 'Empreinte du contenu',
    holds: 'valable',
    void: (at) => `nulle depuis le ${at}`,
    voidNow: 'nulle maintenant',
    voidFact: (name) => `Une chose signée a changé après : ${name}.`,
    voidVersion: (version) =>
      `Une autre version du protocole est entrée en vigueur : « ${version} ».`,
    legal:
      'Vous signez avec votre nom, l’heure et ce sens. Si une chose signée change plus tard, la signature devient nulle, et tout le monde le voit.',
    button: 'Signer maintenant',
    done: 'C’est signé.',
    none: 'Rien n’est encore signé.',
    signReview: 'Signer que les données sont relues',
    changed:
      'Quelque chose a été noté depuis que vous avez ouvert cette page. Regardez encore, puis signez.',
    refused:
      'Cela ne peut pas être signé : tous les critères ne sont pas remplis. Ce qui s’y oppose :',
    locked: 'Les données sont gelées ou verrouillées : cela ne peut pas être signé maintenant.',
    back: 'Retour',
    print: 'Imprimer',
  },
}
