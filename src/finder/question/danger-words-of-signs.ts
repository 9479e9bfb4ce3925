/**
 * The words that signs of illness are told with, by what they stand for, in English and French: small letters, no accents, no
 * apostrophes ("cant", « n arrive »), parted by commas; a star stands for any ending. `danger-together.ts` says which are danger.
 */
export const wordsOfSigns = {
  not: 'not, cant, cannot, can t, couldnt, couldn t, wont, won t, wouldnt, doesnt, doesn t, dont, didnt, isnt, arent, hasnt, havent, unable, stopped, stops, barely, hardly, no longer, no, ne, n, pas, plus, impossible, aucun, aucune, sans, aint, refus*, wont take, hard to, difficult to, difficile a, struggling to',
  very: 'lots, a lot, loads, so much, heavy, heavily, badly, pouring, gushing, huge, massive, everywhere, terrible, severe, beaucoup, enorm*, abondamm*, plein, partout, fort, violent*, atroce*',
  // Breath
  breathe: 'breath*, air, respir*, souffle',
  hard: 'struggl*, gasp*, fight*, fighting, difficulty, trouble, barely, hardly, labored, laboured, short of, shallow, fast, rapid*, quick*, noisy, shortness of, catch, mal, peine, difficile*, difficulte, lutte, cherche, manque, vite, court, bruyant*, siffl*, grogn*, cant get, cant catch, slow, slowly, lentement, lente, a peine',
  labour:
    'gasping, panting, suffocat*, choking, chokes, wheezing badly, cant finish a sentence, cant finish sentences, tirage, se creuse, etouff*, suffoqu*, haleter, halete, grunting, geint, geignard*, geignement*, gemit, gemissement*, grunts, moaning, wheezing so, wheezing really, wheezing like',
  inhaler:
    'inhaler, puffer, nebuliser, nebulizer, ventolin, salbutamol, albuterol, reliever, ventoline, bronchodilatateur',
  helps: 'work*, help*, touch*, effect, marche, fait rien, soulage, effet, aide',
  blue: 'blue, bluish, grey, gray, ashen, purple, mottled, bleu, bleue, bleues, gris, grise, grises, violet, violette, violettes, violace*, marbre, marbree, cyanos*',
  pale: 'pale, white as, clammy, sweat*, blanc, blanche, livide, transpir*, sueur*, moite',
  turn: 'turn*, gone, going, goes, went, looks, all, became, is, devient, devenu*, vire, tout, toute, est, suis',
  lips: 'lip, lips, face, tongue, nails, fingers, skin, mouth, levre*, visage, langue, ongle*, doigt*, peau, bouche',
  // Consciousness
  wake: 'wake, waking, wakes, woken, awake, rouse, rousing, rouses, arouse, come round, coming round, came round, come to, coming to, reveille, reveiller, reveillent, revient a, reprend connaissance, reprend conscience, reprendre connaissance, opens her eyes, open his eyes, open her eyes, ouvre les yeux, ouvre plus les yeux',
  answer:
    'answering me, answer me, respond to me, responding to me, respond when, react when, reagit quand, repond quand, me repond, repond pas, repond plus, reagit plus, reagit pas, answering his phone, answering her phone, answering the phone, answering, pick up, decroche',
  out: 'unconscious, unresponsive, lifeless, out cold, blacked out, on the floor, on the ground, comatose, inconscient*, sans connaissance, perdu connaissance, inanime*, par terre, au sol, sans reaction, effondre*, ecroule*, evanoui*, dans les pommes',
  fainted:
    'passed out, collapsed, fainted, keeled over, faint, fainting, tombe* dans les pommes, evanoui*, effondre*, ecroule*, perdu connaissance, malaise, syncope, had a turn, funny turn, taken ill, taken a turn, collapse, evanouis, m evanouis, blacked out, tourne de l oeil, cant stand up, cannot stand up, tiens plus debout, tient plus debout, passing out, pass out',
  drowsy:
    'drowsy, sleepy, lethargic, confused, delirious, disorient*, incoherent*, rambling, floppy, limp, listless, glazed, hallucinat*, somnol*, endormi*, confus, confuse, delire*, desorient*, mou, molle, abattu*, amorphe, prostre*, lethargique, tient pas debout, tient plus debout, dort tout le temps, rousable',
  limp: 'floppy, limp, lifeless, tout mou, toute molle, poupee de chiffon, rag doll, inerte',
  snore: 'snor*, gurgl*, foam*, froth*, ronfl*, rale*, bave, ecume, mousse',
  // Blood
  blood: 'blood, bleed*, bled, haemorrhag*, hemorrhag*, sang, saign*, hemorragi*',
  pour: 'pour*, pump*, spurt*, gush*, everywhere, soak*, dripping, through the, lots, a lot, loads, buckets, litres, partout, gicl*, coule*, a flots, beaucoup, enorm*, pisse, imbib*, trempe*, fontaine',
  vomit:
    'vomit*, throwing up, threw up, throws up, being sick, puk*, keeps being sick, vomi, vomis, vomit, rend tout, gerb*, rejette tout',
  stool:
    'stool*, poo, poop, toilet, bottom, rectum, back passage, selles, caca, toilettes, rectal*, anus',
  stabbed:
    'been stabbed, got stabbed, was stabbed, stabbed, been shot, got shot, gunshot, poignard*, coup de couteau, coups de couteau, coup de feu, balle dans',
  wound:
    'gash, gashed, deep cut, cut off, sliced, severed, chopped, chainsaw, circular saw, entaill*, plaie profonde, coupe profond*, sectionn*, arrach*, tronconneuse, stitches, fils de suture, points de suture, cicatrice',
  // Chest, head, stroke
  chest: 'chest, poitrine, thorac*, thorax, sternum, breastbone, breast bone',
  hurt: 'pain*, pressure, tight*, heav*, crush*, squeez*, weight, ache*, aching, hurt*, burning, band, elephant, vice, douleur*, mal, serr*, oppress*, poids, barre, etau, point, brulure, ecras*, pression, pince*',
  radiate:
    'arm, arms, jaw, shoulder, shoulder blades, left hand, fingers, bras, machoire, epaule, omoplates, main gauche, cou',
  ill: 'sweat*, clammy, grey, gray, nausea, nauseous, sick, dizzy, lightheaded, breathless, cant breathe, faint*, passing out, collapsed, pale, doom, transpir*, sueur*, nause*, vertige*, essouffl*, malaise, livide, vomi*, envie de vomir',
  face: 'face, mouth, smile, eyelid, cheek, visage, bouche, sourire, joue, figure',
  droop:
    'droop*, drop, dropped, drops, crooked, twisted, lopsided, sagging, slid, slipped, slack, hanging, one sided, fallen, uneven, numb, tordu*, de travers, tomb*, deform*, paralys*, asymetrique, devie*, affaiss*, figee, pend, wont move, doesnt move, bouge plus, half',
  speech: 'speech, words, word, talk*, speak*, sentence*, mots, parole*, parl*, phrase*, elocution',
  slur: 'slur*, gone, garbled, nonsense, gibberish, jumbled, wrong, mixed, mumbl*, funny, drunk, make no sense, makes no sense, no sense, pateu*, bizarre*, incomprehensib*, melang*, charabia, bouillie, mache*, comme un ivrogne, n importe quoi, ne veut rien dire, empat*, comme ivre, ivre, comme saoul',
  limb: 'arm, leg, hand, side, legs, arms, foot, bras, jambe, main, cote, jambes, pied, moitie du corps, thigh, cuisse',
  weak: 'weak*, numb*, limp, paraly*, dead, wont move, not working, doesnt work, useless, heavy, floppy, dragging, drag*, engourdi*, paralys*, mou, molle, lourd*, bouge plus, bouge pas, ne bouge, traine, pend, inerte, faible, insensible, jelly, gave way, giving way, gone to sleep, like lead, en coton, se derobe*, lache, tingl*, fourmi*',
  sight:
    'sight, vision, see, seeing, eye, eyes, oeil, yeux, vue, voit, vois, voir, noir devant, rideau, voile noir',
  lost: 'lost, gone, losing, went, black, blind, nothing, dark, disappeared, curtain, perdu*, plus, noir, rideau, voile, cant see, cannot see, blindness, cecite',
  headache: 'headache*, head ache, head hurts, mal de tete, mal de crane, cephalee*, maux de tete',
  fall: 'fell, fall, fallen, falls, dropped, hit, hits, bang*, knock*, tumbl*, crash*, kicked, bumped, smashed, struck, cogn*, tomb*, chute*, heurt*, choc, renvers*, accident, coup sur, coup a la, coups sur, rolled off',
  head: 'head, skull, tete, crane, front, stairs, ladder, roof, bunk, window, horse, bike, scooter, escalier*, echelle, toit, fenetre, cheval, velo, trottinette, table a langer, changing table, height',
  thinners:
    'thinner*, warfarin, apixaban, eliquis, xarelto, rivaroxaban, anticoagul*, previscan, coumadine, pupil*, pupille*, fluid, clear liquid, liquide, oreille, ear, doesnt know where, doesnt know who, knows nothing, ne sait plus',
  legs: 'legs, leg, feet, toes, lower body, jambes, pieds, orteils',
  feel: 'feel, feels, move, moves, stand, walk, sens, sent, bouge*, bouger, marcher, tenir',
  // Skin, fever, infection
  rash: 'rash, spots, spot, bruises, blotches, taches, tache, boutons, plaques, eruption, purpura, points rouges',
  fade: 'fade*, fading, blanch*, press*, glass, tumbler, disappear*, verre, disparai*, s efface*, efface*, pression, vitropression',
  glass: 'glass, tumbler, verre, vitropression',
  fever:
    'fever*, febrile, temperature, temp, burning up, shiver*, rigor*, fievre, fievreu*, frissonn*, frisson*, chaude, brulant*, degrees, degres, tres chaud, tres chaude, so hot, very hot, grelott*',
  cold: 'cold hands, cold feet, ice cold, freezing cold, mains froides, pieds froids, glace*',
  stiff: 'stiff, stiffness, raide*, light hurts, hates light, photophobi*, lumiere',
  infection:
    'infect*, wound, sepsis, septic, septicemi*, cellulitis, kidney infection, uti, urinary, catheter, pneumonia, pneumonie, plaie, cicatrice, abces, abcess, abscess',
  failing:
    'confused, confus*, drowsy, somnol*, mottled, marbre*, not peed, no urine, clammy, heart racing, breathing fast, rambling, delir*, hasnt peed, respire vite, n urine plus, collapsed',
  chemo:
    'chemo, chemotherapy, chimio, chimiotherapie, neutrophils, neutro, aplasie, no spleen, splenectom*, immunosuppress*, immunodepr*, transplant, greffe*',
  // Allergy
  trigger:
    'sting, stung, stings, bite, bitten, bee, wasp, hornet, nut, nuts, peanut*, cashew*, prawn*, shrimp*, shellfish, egg, sesame, milk, kiwi, penicillin, amoxicillin, antibiotic, injection, jab, vaccin*, latex, ate, eaten, eating, piqure, pique*, guepe, abeille, frelon, cacahuete*, noisette*, noix, crevette*, crustace*, oeuf, lait, antibiotique, amoxicilline, penicilline, mange, manger, repas, medicament',
  swell:
    'swell*, swoll*, puff*, balloon*, closing, closed, closes, gonfl*, enfl*, double de volume, gonfle partout',
  throat:
    'throat, tongue, lips, lip, face, eyes, mouth, neck, airway, gorge, langue, levre*, visage, yeux, bouche, cou, figure',
  hives:
    'hives, wheals, welts, urticaire, plaques, itchy all over, covered in, rash all over, boutons partout, red all over, rouge partout, red blotches, blotchy, scratching everywhere, se gratte partout',
  tightThroat: 'throat, gorge, airway',
  tight: 'tight*, clos*, swell*, swoll*, serr*, gonfl*, ferm*, noue* et, lump',
} as const
