import type { Words } from '../shape/shape.ts'

/** Who we are, where the data comes from, privacy and accessibility, in French. */
export const aboutFr: Words['about'] = {
  title: 'À propos et vie privée',
  description:
    'D’où viennent les données, ce que nous gardons sur vous, et comment utiliser ce site à votre façon.',
  what: {
    title: 'Ce que c’est',
    lines: [
      'Trialway aide à trouver des études médicales et les équipes qui les mènent. C’est un logiciel libre et gratuit.',
      'Il donne des informations, pas un avis médical. Il ne dit jamais que vous serez sûrement accepté, ni ce que vous devez prendre. Seule l’équipe de l’étude décide qui peut participer.',
    ],
  },
  who: {
    title: 'Qui tient ce site',
    lead: 'Ces personnes tiennent cette copie de Trialway. Elles répondent de ce qui s’y trouve.',
    missing: 'Pas encore indiqué',
    missingNote:
      'Il manque quelque chose. D’ici là, réfléchissez avant de donner votre adresse à ce site.',
    rows: {
      name: 'Nom',
      address: 'Adresse',
      mail: 'Courriel',
      phone: 'Téléphone',
      registration: 'Inscrit sous le numéro',
      director: 'Directeur ou directrice de la publication',
      host: 'Hébergé par',
    },
    law: 'Ce sont aussi les mentions légales que demande la loi (LCEN). Trialway est un logiciel libre, sous licence Apache 2.0.',
  },
  rights: {
    title: 'Vos droits sur vos données',
    lines: (operator, mail) => [
      `${operator} décide de ce qui est fait de vos données, et en répond (la loi dit : le « responsable du traitement »).`,
      'Nous ne gardons des données que pour les alertes, et parce que vous avez dit oui. Ce que vous cherchez peut parler de votre santé : il nous faut donc d’abord votre oui clair (RGPD, articles 6 et 9). Vous pouvez le reprendre à tout moment.',
      'Qui s’en occupe pour nous : l’hébergeur de ce site, et le service qui fait passer nos courriels. Personne d’autre.',
      `Vous pouvez demander à voir, corriger, emporter ou effacer ce que nous gardons, ou qu’on s’en serve moins. La page de vos alertes le fait tout de suite. Vous pouvez aussi écrire à ${mail}.`,
      'Pour chercher, vous n’avez rien à nous donner. Seule une alerte a besoin d’une adresse.',
      'Aucun ordinateur ne décide rien sur vous ici.',
      'Si vous pensez que nous faisons mal, vous pouvez vous plaindre à l’autorité de votre pays. En France, c’est la CNIL (cnil.fr).',
    ],
    thisOperator: 'La personne qui tient ce site (pas encore nommée)',
    noMail: 'l’adresse ci-dessus (pas encore indiquée)',
  },
  sources: {
    title: 'Crédits et sources',
    lines: [
      'Études : ClinicalTrials.gov, Bibliothèque nationale de médecine des États-Unis (NLM). Données publiques. Les textes sont ceux des équipes. Nous ajoutons des mots simples, des distances, des domaines et des marques pour ce qui peut ne plus être à jour. La NLM ne cautionne pas ce service.',
      'Villes et codes postaux : GeoNames, licence CC BY 4.0, avec des changements.',
      'Formes des pays sur les cartes : Natural Earth, domaine public.',
      'Noms des maladies : MeSH, Bibliothèque nationale de médecine des États-Unis ; les noms français et courants sont nos ajouts.',
      'Jours fériés : date-holidays, licence CC BY-SA 3.0 ; les données viennent de Wikipédia et d’autres sources.',
      'Lettres : Atkinson Hyperlegible Next du Braille Institute, licence SIL Open Font.',
      'Les cartes sont dessinées avec Leaflet (licence BSD) ; leurs groupes de centres sont faits par supercluster et kdbush (licence ISC), les codes QR par uqr (licence MIT) ; les suggestions utilisent combobox-nav de GitHub (licence MIT), et les clés d’accès SimpleWebAuthn (licence MIT).',
    ],
  },
  privacy: {
    title: 'Vie privée',
    lines: [
      'Les pages pour trouver des études ne posent aucun cookie. Elles ne gardent rien dans votre navigateur, sauf si vous demandez d’y garder votre liste ; une pression l’oublie.',
      'Seul qui se connecte, pour travailler à une étude ou à ce service, reçoit un cookie. Il dit seulement que la personne est connectée, et part quand elle se déconnecte. Qui se connecte avec son établissement en a un autre pendant ce temps, dix minutes au plus.',
      'Qui note pour une étude garde ce qui est écrit dans un onglet de son navigateur, jusqu’à ce que ce soit noté. Tout part quand l’onglet est fermé ou quand la personne se déconnecte.',
      'Rien n’y est chargé d’une autre entreprise : ni polices, ni cartes, ni compteurs, ni publicité.',
      'Nous ne gardons pas ce que vous cherchez, sauf si vous demandez une alerte par courriel. Les mots d’une recherche sont dans son adresse : ils restent dans l’historique de votre propre navigateur.',
      '« Utiliser ma position » demande d’abord à votre navigateur. La position est arrondie à un kilomètre environ. Nous disons la ville à votre navigateur, ne gardons rien, et elle ne sert qu’à votre recherche.',
      'Les liens vers d’autres sites ne leur disent pas de quelle page vous venez.',
    ],
  },
  alerts: {
    title: 'Ce que nous gardons pour les alertes par courriel',
    lines: [
      'Nous ne gardons quelque chose que si vous demandez une alerte. C’est : votre adresse, votre langue, ce que vous cherchez et où. C’est aussi l’âge et le sexe, si vous les avez donnés. Et une marque de ce que nous vous avons dit, pour ne pas le dire deux fois.',
      'Votre adresse, ce que vous cherchez, où, l’âge et le sexe, et les courriels en attente sont fermés par une clé qui vous est propre. Le lieu est gardé à un kilomètre près environ.',
      'Rien ne commence avant votre oui par courriel. Ce à quoi personne ne dit oui est supprimé après 48 heures.',
      'Cela sert à vous écrire, et à rien d’autre. Nous ne le vendons pas, et les équipes des études ne le reçoivent pas. Les courriels n’ont ni image cachée ni lien compté.',
      'Pour arrêter : appuyez sur « arrêter » dans n’importe quel courriel. Votre adresse et tout ce que vous avez demandé sont alors supprimés tout de suite. Sur la page de vos alertes, vous pouvez aussi voir, changer, emporter ou supprimer ce que nous gardons.',
      'Un programme peut aussi nous demander d’écrire à votre adresse. Là aussi, nous n’écrivons que si vous dites oui, nous gardons votre adresse et ce que le programme a demandé, et « arrêter » dans un de ces courriels y met fin.',
      'Les marques de ce que nous vous avons dit partent après 400 jours. Elles ne disent pas de quelle étude il s’agit. Les sauvegardes peuvent contenir ce qui a été supprimé, fermé à clé, jusqu’à ce que de nouvelles les remplacent. Si l’une d’elles est remise en place, c’est supprimé à nouveau.',
      'Il reste une liste de ce qui a été fait et quand, sans nom ni adresse. Si une adresse n’existe pas, ou si son propriétaire se plaint, nous en gardons une marque brouillée, seulement pour ne plus jamais y écrire.',
    ],
  },
  connect: {
    title: 'Ce que nous gardons quand vous écrivez à un centre',
    lines: [
      'Nous gardons ce que vous envoyez : qui vous êtes, comment vous joindre, votre message, et ce que vous avez bien voulu joindre. Le formulaire dit tout cela avant l’envoi, et pour combien de temps.',
      'Rien ne part vers le centre avant que vous disiez oui par courriel. Ce qui n’a pas reçu de oui est effacé après 48 heures.',
      'Cela va à l’équipe de l’étude dans ce seul centre, et à personne d’autre. C’est fermé avec une clé à vous. Nos courriels ne disent rien sur la santé.',
      'Sur votre page, vous voyez où cela en est. Vous pouvez corriger, recevoir une copie, ou tout retirer. Alors tout est effacé, ici et au bureau de l’équipe.',
      'Ce que vous avez accepté est gardé mot pour mot. Quand tout est effacé, il reste une ligne sans nom : un message a existé, et quand il a été effacé.',
    ],
  },
  accessibility: {
    title: 'Accessibilité',
    lines: [
      'Ce site est fait pour respecter les WCAG 2.2, niveau AA. Il marche sans JavaScript, au clavier, avec un lecteur d’écran, agrandi à 400 % et sur un téléphone étroit.',
      'Il suit vos réglages de couleurs sombres, de contraste et de mouvement.',
      'Les textes des études sont montrés comme leurs équipes les ont écrits. Beaucoup sont en anglais et difficiles à lire. Nous mettons à côté des mots simples et des explications.',
      'Si quelque chose ne marche pas pour vous, c’est un défaut : dites-le à ceux qui gèrent ce site.',
    ],
  },
  limits: {
    title: 'À quoi faire attention',
    lines: [
      'La page d’une étude peut ne plus être à jour. Nous montrons quand son équipe l’a confirmée, et marquons celles qui se disent ouvertes sans l’avoir confirmé depuis deux ans.',
      'Les distances sont des lignes droites jusqu’au milieu d’une ville ou d’un code postal, pas jusqu’à la porte.',
      'Toutes les études du monde ne sont pas dans ce registre.',
    ],
  },
}
