import { counter } from '../language/plural.ts'
import { de } from './elision.ts'
import type { Words } from '../shape/shape.ts'

const count = counter('fr')

/** Words of the search page, its filters and its lists, in French. */
export const searchFr: Words['search'] = {
  title: 'Chercher une étude',
  description:
    'Cherchez des études médicales avec des mots simples, près de chez vous, selon l’âge.',
  button: 'Chercher',
  fields: {
    q: {
      label: 'Maladie, traitement ou autres mots',
      hint: 'Par exemple : maladie de Kawasaki',
    },
    near: { label: 'Près de', hint: 'Une ville, un code postal ou une zone' },
    within: { label: 'À quelle distance', hint: 'De ce lieu' },
    age: { label: 'Âge', hint: 'Par exemple : 34, 2 ans, 8 mois' },
    sex: { label: 'Sexe', hint: 'Certaines études n’en prennent qu’un' },
    cond: { label: 'Maladie', hint: 'Cherchée dans les maladies et les titres' },
    intr: {
      label: 'Traitement',
      hint: 'Un médicament, un appareil, une opération ou un autre soin',
    },
    title: { label: 'Mots du titre', hint: 'Aussi les noms courts des études' },
    spons: { label: 'Qui la mène ou la paie', hint: 'Un hôpital, une université, une entreprise' },
    elig: {
      label: 'Mots des conditions pour participer',
      hint: 'Le texte qui dit qui peut participer',
    },
  },
  anySex: 'Non précisé',
  anywhere: 'Toute distance',
  advanced: 'Plus de champs de recherche',
  advancedHint: 'Une étude doit convenir à tous les champs remplis.',
  quote: (words) => `« ${words} »`,
  problems: {
    tooLong: 'Écrivez 512 lettres au plus. La suite n’a pas été lue.',
    near: (typed) =>
      `Nous ne connaissons pas de lieu appelé « ${typed} ». Vérifiez l’orthographe, ou tapez un code postal ou une plus grande ville voisine.`,
    nearCountry: (country) =>
      `${country} est un pays entier. Tapez une ville, ou choisissez le pays dans les filtres.`,
    nearRegion: (region) =>
      `${region} est une région entière. Tapez une ville ou un code postal de cette région.`,
    within: 'Écrivez une distance comme 25km ou 10mi.',
    age: 'Écrivez un âge comme 34, 2 ans, 8 mois, 6 semaines ou 10 jours.',
    sex: 'Choisissez féminin ou masculin, ou laissez vide.',
    oneOf: (values) => `Choisissez ${values.join(' ou ')}.`,
    yes: 'Choisissez oui ou laissez vide.',
    span: 'Écrivez une durée comme 30d (jours), 6mo (mois) ou 1y (an).',
    tree: 'Ce n’est pas un numéro de l’arbre des maladies du MeSH.',
    sort: 'Choisissez un des ordres de la liste.',
    page: 'Une page est un nombre entier de 1 à 500.',
    size: 'Une taille est un nombre entier de 1 à 100.',
    exact: 'Écrivez exact=1 ou laissez vide.',
    choice: (value) => `« ${value} » n’est pas un des choix.`,
    tooMany: 'Choisissez-en 50 au plus.',
    brackets: (name) => `« ${name} » ne peut pas être lu. Écrivez les noms sans crochets.`,
    notAsked: (typed) => `Nous ne savons pas chercher par « ${typed} » ici.`,
    stillSearched: 'Nous avons cherché avec le reste.',
  },
  understood: {
    title: 'Ce que nous avons compris',
    kept: 'Nous avons demandé :',
    kinds: {
      illness: (name) => `Maladie : ${name}`,
      medicine: (name) => `Médicament : ${name}`,
      stage: (name) => `Stade : ${name}`,
      subject: (name) => `Sujet : ${name}`,
      word: (name) => `Mot : ${name}`,
      age: (name) => `Âge : ${name}`,
      sex: (name) => `Sexe : ${name}`,
      place: (name) => `Près de : ${name}`,
    },
    remove: (name) => `Chercher sans ${name}`,
    ranked: 'Ces mots changent seulement l’ordre. Appuyez sur un mot pour l’exiger :',
    require: (word) => `Seulement les études avec le mot ${word}`,
    because: {
      denied: (words) => `Vous avez dit non à ${words} : nous l’avons laissé de côté.`,
      over: (words) =>
        `Vous avez écrit que ${words}, c’est du passé : nous l’avons laissé de côté.`,
      'somebody else': (words) =>
        `Nous avons compris que ${words} touche une autre personne : nous l’avons laissé de côté.`,
      'no study has all': (words) =>
        `Aucune étude n’a tout ce que vous avez écrit : nous avons laissé ${words} de côté. Les études qui l’ont viennent d’abord.`,
      'no study takes this age': (words) =>
        `Aucune étude de ce genre ne prend l’âge écrit (${words}). Celles-ci sont pour d’autres âges.`,
      'no study takes this sex': (words) =>
        `Aucune étude de ce genre ne prend le sexe écrit (${words}). Celles-ci sont pour l’autre sexe.`,
      'no study is so near': (words) =>
        `Aucune étude de ce genre n’est si proche (${words}). Celles-ci sont plus loin.`,
      tried: (words) =>
        `Vous écrivez que ${words} est ou a été pris : les études n’ont pas à en parler. Celles qui en parlent viennent d’abord.`,
      'not tolerated': (words) =>
        `Vous écrivez non à ${words}, ou que ce n’est pas possible : nous ne l’avons pas cherché.`,
      'no study is there': (words) =>
        `Aucune étude de ce genre n’a de centre à cet endroit (${words}). Celles-ci sont ailleurs.`,
    },
    askAnyway: 'L’exiger',
    exact: 'Chercher exactement les mots que j’ai écrits',
    nothing:
      'Nous n’avons reconnu ni maladie ni médicament. Essayez son nom seul, par exemple « maladie de Kawasaki ».',
    nearMe: 'Nous ne savons pas où vous êtes.',
    nearMeLink: 'Tapez votre ville ou votre code postal',
  },
  choices: {
    label: (typed) => `Ce que ${typed} peut vouloir dire`,
    severally: (typed) => `${typed} peut désigner plusieurs maladies.`,
    taken: (name) => `Ces études portent sur : ${name}.`,
    or: 'Vous pensiez à une autre ? Appuyez dessus :',
  },
  helpNow: {
    'self-harm': {
      title: 'Vous n’avez pas à rester seul avec cela',
      lines: () => [
        ['France, numéro national :', '3114'],
        ['Belgique :', '0800\u00a032\u00a0123'],
        ['Suisse (La Main Tendue) :', '143'],
        ['Canada et États-Unis, appel ou SMS :', '988'],
        ['Royaume-Uni et Irlande (Samaritans, en anglais) :', '116\u00a0123'],
        ['En danger tout de suite :', '15', '112', '911', '999'],
      ],
      after:
        'Quelqu’un répond jour et nuit. La plupart de ces appels sont gratuits. Dans un autre pays, appelez le numéro d’urgence. Nous ne gardons rien de ce que vous avez écrit.',
    },
    violence: {
      title: 'Vous avez le droit d’être en sécurité',
      lines: () => [
        ['En danger tout de suite :', '17', '112', '911', '999'],
        ['France, violences femmes info :', '3919'],
        ['France, un enfant en danger :', '119'],
        ['Belgique, écoute violences conjugales :', '0800\u00a030\u00a0030'],
        ['Québec, SOS violence conjugale :', '1\u00a0800\u00a0363-9010'],
        ['Royaume-Uni (en anglais) :', '0808\u00a02000\u00a0247'],
        ['États-Unis (en anglais) :', '1-800-799-7233'],
      ],
      after:
        'Ce qui vous arrive n’est pas votre faute. Quelqu’un vous écoute et peut vous aider à trouver un lieu sûr. Dans un autre pays, appelez le numéro d’urgence. Nous ne gardons rien de ce que vous avez écrit. Une personne chez vous peut voir les pages que vous avez ouvertes.',
    },
    emergency: {
      title: 'Cela arrive maintenant ? Appelez d’abord les secours',
      lines: () => [
        ['France :', '15', '112'],
        ['France, par SMS (si vous entendez ou parlez mal) :', '114'],
        ['Europe :', '112'],
        ['Belgique, un produit avalé :', '070\u00a0245\u00a0245'],
        ['Suisse, urgence médicale :', '144'],
        ['Royaume-Uni :', '999', '112'],
        ['États-Unis et Canada :', '911'],
        ['États-Unis, un produit avalé (en anglais) :', '1-800-222-1222'],
      ],
      after: 'Une étude ne peut pas aider tout de suite. Les études peuvent attendre.',
    },
  },
  notices: {
    measuredFrom: (place) => `Les distances sont mesurées depuis ${place}.`,
    measuredFromPoint: 'Les distances sont mesurées depuis le point que vous avez donné.',
    inArea: (area) => `Une étude est montrée si elle a un centre dans ${area}.`,
    distanceIdle: (area) =>
      `La distance n’est pas utilisée, car ${area} est une zone et nous la cherchons tout entière. Pour utiliser une distance, tapez une ville ou un code postal.`,
    placeCorrected: (typed, place) =>
      `Nous ne connaissons pas de lieu appelé « ${typed} ». Nous avons lu ${place}.`,
    placeForArea: (typed, town) =>
      `« ${typed} » est une grande zone. Les distances sont mesurées depuis ${town}.`,
    placeGuessed: (typed, place) =>
      `« ${typed} » peut être plusieurs lieux. Nous avons pris ${place}.`,
    didYouMean: 'Ou vouliez-vous dire :',
    corrected: (to) => `Voici les résultats pour ${to}.`,
    insteadOf: (from) => `Chercher plutôt ${from}`,
    asWords: (fields) =>
      `Les signes dans ${fields} n’ont pas pu être lus comme une formule de recherche : nous avons cherché les mots.`,
    asWordsHelp: 'Comment en écrire une',
    inEligibility:
      'Aucune étude qui convient à votre recherche ne cite ces mots dans son titre ou son résumé. Ces études les citent dans les règles pour participer ou dans la description détaillée.',
    exactly: (phrases) => `Nous avons cherché exactement ces mots, dans cet ordre : ${phrases}.`,
    either: 'Chaque étude porte sur l’un d’eux au moins.',
    incomplete:
      'Une partie de notre liste d’études est abîmée en ce moment : des études peuvent manquer ici. Elle sera relue.',
    concept: (words, term) =>
      `« ${words} » a été compris comme ${term}, avec ses autres noms et ses formes.`,
  },
  excluded: {
    title: (total) =>
      `${count(total, { one: 'étude écartée', other: 'études écartées' })} : pas pour cette maladie`,
    lead: 'Ces études ne citent la maladie que pour dire qu’elles ne portent pas sur elle.',
    said: 'L’étude dit :',
    first: (shown) => `Les ${shown} premières sont montrées.`,
  },
  filters: {
    more: (n) => `En montrer ${n} de plus`,
    legends: {
      status: 'Peut-on participer ?',
      phase: 'Phase',
      type: 'Genre d’étude',
      category: 'Domaine de la médecine',
      country: 'Pays',
      class: 'Qui la dirige',
      results: 'Résultats',
      healthy: 'Volontaires en bonne santé',
      updated: 'Mise à jour',
      masking: 'Qui connaît le traitement',
      contact: 'Contact',
    },
    any: { results: 'Avec ou sans', updated: 'À tout moment', masking: 'Peu importe' },
    values: {
      results: { with: 'A des résultats', without: 'Pas encore de résultats' },
      healthy: { yes: 'Accepte des personnes en bonne santé' },
      updated: {
        '30d': 'Ces 30 derniers jours',
        '1y': 'Cette dernière année',
        '3y': 'Ces 3 dernières années',
      },
      masking: {
        open: 'Ouverte : tous savent qui reçoit quoi',
        blind: 'En aveugle : certains ne savent pas qui reçoit quoi',
      },
      contact: { yes: 'Indique un contact' },
    },
    age: (age) => `Âge : ${age}`,
    within: (distance) => `À moins de ${distance}`,
    elig: (words) => `Conditions pour participer : ${words}`,
    cond: (words) => `Maladie : ${words}`,
    intr: (words) => `Traitement : ${words}`,
    titleWords: (words) => `Titre : ${words}`,
    spons: (words) => `Menée par : ${words}`,
    exact: 'Mots sans correction',
    tree: (term) => `Formes ${de(term)}`,
    updatedText: (text) => `Mise à jour il y a moins de ${text}`,
  },
  list: 'Études trouvées',
  hit: {
    conditions: 'Pour',
    where: 'Où',
    why: 'Pourquoi vous voyez ceci :',
    noSites: 'Aucun centre n’est indiqué',
    sitesIn: (sites, countries) => `${sites} dans ${countries}`,
    siteInArea: 'dans le lieu choisi',
    nearestToJoin: (site) => `Le plus proche centre qui prend des participants : ${site}.`,
    notOpenSite: {
      opening: 'Ce centre n’est pas encore ouvert.',
      invitation: 'Ce centre ne prend que des personnes que son équipe invite.',
      paused: 'Ce centre est en pause : il ne prend personne pour le moment.',
      over: 'Ce centre ne prend personne pour le moment.',
      unknown: 'Nous ne savons pas si ce centre prend des participants.',
    },
  },
  why: {
    field: (words, field) => `« ${words} » se trouve dans ${field}`,
    synonym: (words, term) => `« ${words} » est un autre nom ${de(term)}`,
    drug: (words, name, field) => `${name}, aussi appelé « ${words} », se trouve dans ${field}`,
    narrower: (words, narrower, term) =>
      `${narrower} est une forme ${de(term)}, que vous avez cherché avec « ${words} »`,
    listedUnder: (words, narrower, term) =>
      `Les listes de la médecine rangent ${narrower} sous ${term}, que vous avez cherché avec « ${words} »`,
    eligibility: (words) =>
      `« ${words} » se trouve dans les règles pour participer ou la description détaillée`,
    id: (words) => `${words} est un de ses numéros de registre`,
    fields: {
      id: 'ses numéros',
      title: 'le titre',
      condition: 'ses maladies',
      keyword: 'ses mots clés',
      intervention: 'ses traitements',
      summary: 'son résumé',
      outcome: 'ce qu’elle mesure',
      sponsor: 'qui la mène',
      site: 'ses centres',
      other: 'd’autres parties de sa fiche',
    },
  },
  empty: {
    title: 'Ce que vous pouvez faire',
    wider: (distance) => `Chercher à moins de ${distance}`,
    anywhere: 'Chercher à toute distance',
    without: (filter) => `Chercher sans « ${filter} »`,
    noFilters: 'Chercher sans aucun filtre',
    widerIllness: (name) => `Études sur : ${name} (dont elle fait partie)`,
    fewerWords: 'Utilisez moins de mots, ou des mots plus généraux',
    browse: 'Parcourir par domaine de la médecine',
    help: 'Lire comment marche la recherche',
  },
  save: {
    title: 'Garder cette liste',
    csv: 'Tableur (CSV)',
    json: 'Données (JSON)',
    feed: 'Suivre dans un lecteur de flux (Atom)',
    print: 'Page à imprimer',
    upTo: 'Le tableur et la page à imprimer contiennent 1 000 études au plus.',
  },
  feed: {
    title: (what, place, distance, isArea) =>
      [
        'Études',
        what && `pour ${what}`,
        place && (isArea ? `dans ${place}` : `près de ${place}`),
        place && distance && `à moins de ${distance}`,
      ]
        .filter(Boolean)
        .join(' '),
    about: (label, conditions) => `${label} : ${conditions.join(', ')}`,
  },
  printed: (date) => `Liste faite le ${date}.`,
  back: 'Retour à la recherche',
  suggestions: {
    label: 'Suggestions',
    none: 'Aucune suggestion',
    some: (n) => count(n, { one: 'suggestion', many: 'de suggestions', other: 'suggestions' }),
    howTo: 'Choisissez avec les touches haut et bas.',
    myPlace: 'Utiliser ma position',
    myPlaceUsed: 'Votre lieu a été rempli.',
    myPlaceRefused:
      'Votre navigateur n’a pas donné de position. Tapez une ville ou un code postal.',
  },
  csv: {
    study: 'Étude',
    title: 'Titre',
    status: 'Statut',
    statusWords: 'Statut en mots simples',
    verified: 'Statut confirmé',
    conditions: 'Maladies',
    treatments: 'Traitements',
    phase: 'Phase',
    type: 'Genre d’étude',
    ages: 'Âges',
    sex: 'Sexe',
    sponsor: 'Menée par',
    sites: 'Nombre de centres',
    facility: 'Centre le plus proche',
    city: 'Ville',
    country: 'Pays',
    km: 'Distance en km',
    siteStatus: 'Statut de ce centre',
    joinable: 'S’il ne prend personne : le plus proche qui en prend',
    updated: 'Dernière mise à jour',
    address: 'Adresse de la page',
  },
}
