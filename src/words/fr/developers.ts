import type { Words } from '../shape/shape.ts'

/** The page for people who write programs, in French. */
export const developersFr: Words['developers'] = {
  title: 'Pour les développeurs',
  description:
    'Utiliser Trialway depuis votre programme : l’API de ClinicalTrials.gov, FHIR R4 et R5, et les flux.',
  lead: 'Un programme qui parle à ClinicalTrials.gov peut parler à ce site. Vous changez son adresse de base, et rien d’autre. Il ne faut pas de clé, et c’est gratuit.',
  contents: 'Sur cette page',
  search: {
    title: 'Chercher, comme au registre',
    lines: (api) => [
      `L’adresse de base est ${api}. Elle parle la version 2 de l’API du registre : /studies, /studies/{nctId}, /studies/metadata, /studies/search-areas, /studies/enums, /stats et /version.`,
      'Chaque champ de recherche, chaque opérateur et chaque filtre est compris. Un nom inconnu est refusé avec un texte clair ; il n’est jamais ignoré.',
    ],
  },
  pages: {
    title: 'Page par page',
    lines: () => [
      'Demandez encore avec le nextPageToken de la réponse, sans changer le reste. La dernière page n’en a pas.',
      'Une page a jusqu’à 1 000 études. Sans sort, un jeton marche encore quand de nouvelles fiches sont arrivées. Avec sort, il est alors refusé et vous recommencez : aucune étude n’est sautée ni envoyée deux fois.',
    ],
  },
  table: {
    title: 'En tableau',
    lines: () => [
      'Avec format=csv vous recevez les colonnes du registre. La première page a la ligne des noms, les suivantes non.',
      'L’en-tête x-next-page-token mène à la page suivante.',
    ],
  },
  change: {
    title: 'De quand date ce que vous lisez',
    lines: () => [
      '/version dit quand les fiches ont été mises à jour pour la dernière fois.',
      'Demandez une période pour recevoir ce qui a changé depuis.',
    ],
  },
  fhir: {
    title: 'FHIR R4 et R5',
    lines: (_api, fhir) => [
      `Les adresses de base sont ${fhir}/R4 et ${fhir}/R5. Chacune dit dans /metadata ce qu’elle sait faire, et rien de plus.`,
      'Une étude est un ResearchStudy. Ses centres, son équipe, ses groupes et ses critères sont dedans. On cherche par maladie, titre, statut, lieu et plus.',
      'Une étude dont le statut est inconnu n’est jamais dite active.',
      'On les met en ordre par _lastUpdated, date ou _score, mais pas par titre. Ce que cite une étude n’a pas d’adresse à soi : rien n’est trouvé par protocol ni part-of, et la réponse dit qu’ils n’ont pas servi. Avec Prefer: handling=strict, ils sont refusés.',
    ],
  },
  match: {
    title: 'Des études pour un patient',
    lines: () => [
      'Envoyez un Bundle avec un Patient et au moins une Condition. Vous recevez des études par ordre de correspondance, chacune avec une note de 0 à 1.',
      'Pour chaque critère, la réponse dit : rempli, non rempli, inconnu ou présumé ; et ce qui le dit dans le Bundle. C’est une information, pas un avis médical.',
      'Rien de ce que vous envoyez n’est gardé ni noté.',
    ],
  },
  subscribe: {
    title: 'Être prévenu des études',
    lines: (_api, fhir) => [
      'Votre programme peut être prévenu après chaque import des études nouvelles ou changées qu’une recherche trouve. C’est le Subscription de FHIR : R5, ou R4 avec le guide Subscriptions R5 Backport.',
      'Votre programme est appelé là où la personne qui gère ce site a inscrit votre serveur. Demandez-lui de l’ajouter. Pour les courriels, rien n’est à inscrire.',
      `Le seul sujet est ${fhir}/R5/SubscriptionTopic/studies. Les filtres sont les paramètres de recherche de ResearchStudy. Le canal est rest-hook, en JSON, ou email : empty, id-only ou full-resource.`,
      'Pour email, endpoint est mailto: et une adresse. La personne à qui elle est reçoit un courriel avec un lien et dit oui d’abord : jusque-là le statut est requested, et après 48 heures off. Il y a un courriel par jour au plus, avec des liens vers les études ; chacun a un lien qui l’arrête. Aucune réponse ne montre l’adresse.',
      'Votre serveur répond d’abord à une prise de contact (handshake) par un statut de 200 à 299. Seul ce qui vient après est annoncé.',
      'La réponse à votre POST contient un secret, dans l’extension owner-token. Gardez-le : vous l’envoyez comme « Authorization: Bearer … » pour lire, demander $status ou $events, et DELETE.',
      'Chaque événement a un numéro : 1, 2, 3 et ainsi de suite. Ce que votre serveur ne prend pas revient avec le même numéro, de plus en plus rarement, pendant 48 heures. Ensuite l’abonnement est arrêté.',
      'Une étude qui ferme n’est plus trouvée par un filtre sur son statut. Laissez ce filtre de côté pour en être prévenu.',
    ],
  },
  feeds: {
    title: 'Flux',
    lines: () => ['Chaque recherche et chaque domaine médical est aussi un flux Atom.'],
  },
  rules: {
    title: 'Bon à savoir',
    lines: (api) => [
      `Tout est décrit pour les machines dans ${api}/openapi.json.`,
      'Les pages d’autres sites peuvent l’appeler depuis un navigateur : chaque réponse le permet (CORS).',
      'Qui demande très souvent le lit dans les en-têtes RateLimit. Au-delà de la limite, la réponse est 429, avec les secondes à attendre dans Retry-After. Il n’y a pas de limite sur la machine qui fait tourner le site.',
      'Certaines questions demandent de lire des fiches : plusieurs mots côte à côte dans la description détaillée, ou une valeur entière comme le nom d’un site. Une page peut alors contenir moins d’études que demandé, ou aucune. Continuez tant qu’il y a un nextPageToken, ou un lien « next » en FHIR : ensemble, les pages sont complètes. FHIR ne donne alors pas de total, et le dit.',
      'S’il faut tout lire, pour compter ou pour classer du plus proche au moins proche, et que cela prend trop de temps, la réponse est 503, avec un texte qui dit quoi faire. Retirez countTotal ou _total=accurate, ou ajoutez une maladie, un lieu ou un statut.',
      'Une demande fausse reçoit 400 et une ligne de texte, comme au registre. En FHIR, un OperationOutcome.',
    ],
  },
  differences: {
    title: 'Ce qui diffère du registre',
    lines: () => [
      'Une page pleine qui est la dernière n’a pas de nextPageToken. Le registre envoie encore une page vide.',
      'EXPANSION et COVERAGE sont faits. Le registre dit que les siens ne le sont pas tout à fait.',
      'Quand une vieille fiche n’a pas de coordonnées, nous les tirons de la ville, et nous les montrons.',
      'Une limite d’âge absente compte comme « pas de limite » dans une tranche d’âges.',
      'Les mots sont trouvés sous toutes leurs formes, et une maladie ou un médicament sous ses autres noms. L’ordre des résultats est le nôtre.',
      'Sans sort, ce qui est trouvé par des mots vient dans l’ordre de ce qui correspond le mieux, et tout le reste par numéro, le plus récent d’abord.',
      'Un pageToken est refusé avec une autre question, et, sauf dans l’ordre des numéros NCT, quand les fiches ont changé : aucune étude n’est oubliée ni donnée deux fois. Sans question ni tri, avec des filtres seuls, l’ordre est celui des numéros.',
      'AREA[Sex](FEMALE OR ALL) désigne la valeur ALL. Au registre, cela laisse passer toutes les études.',
      'Une clé d’aggFilters qui n’existe pas est refusée, et filter.synonyms aussi. Le registre ne trouve rien, ou a des numéros que nous n’avons pas.',
      'geoDecay et TILT sont lus, mais ne changent aucun ordre.',
      'Les versions antérieures d’une fiche (/api/int/studies/…/history/0) sont celles qui ont été importées ici, numérotées à partir de 0. Chacune est donnée entière, sauf les contacts, qui ont pu être retirés depuis. Quand une version est trop grande pour être gardée, ce qui a changé est listé, et wholeFrom dit à partir de laquelle les fiches sont entières.',
    ],
  },
  source:
    'Les données sont celles de ClinicalTrials.gov. Nommez la source, dites de quel jour datent les données, et ce que vous avez changé.',
}
