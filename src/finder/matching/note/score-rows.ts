/** Scales, scores and titres, written as the rows of `measure-rows.ts`. */
export const scoreRows = String.raw`boneDensity;T[- ]?score;score;1 -6 6
zScore;Z[- ]?score;score;1 -9 9
peakFlow;PEFR?|peak (?:expiratory )?flow(?: rate)?|DEP|d[ée]bit expiratoire de pointe;other:^L\/min$;L/min 50 900
feno;FeNO|exhaled nitric oxide;other:^\[ppb\]$;
ketones;(?:blood |capillary |serum |plasma )*ketones?|beta-?hydroxybutyrate|BHB|c[ée]ton[ée]mie;conc;
anion gap;anion gap|trou anionique;conc;mmol/L 1 60
tibc;TIBC;conc;
transferrin;transferrin|transferrine;conc;
muac;MUAC|mid[- ]upper[- ]arm circumference;other:^(?:cm|mm)$;
fundal height;(?:symphysis[- ])?fundal height|SFH|hauteur ut[ée]rine;other:^cm$;
residual urine;post-?void residual|PVR|residual (?:urine|volume)|r[ée]sidu post-?mictionnel|RPM;other:^mL$;
6-minute walk distance;6 ?MWT|6 ?MWD|(?:6|six)[- ]min(?:ute)?s?[- ]walk(?:ing)?(?: test| distance)?|TM6|test de marche de 6 min\w*;other:^m$;
aspects;ASPECTS?(?: score)?|Alberta Stroke Program Early CT Score;score;1 0 10
wells;Wells(?: score)?;score;1 -2 12.5
geneva;Geneva(?: score)?;score;1 0 25
hasBled;HAS-?BLED(?: score)?;score;1 0 9
grace;GRACE(?: score)?;score;1 1 372
heart score;HEART score;score;1 0 10
timi;TIMI(?: score)?;score;1 0 14
abcd2;ABCD2(?: score)?;score;1 0 7
centor;Centor(?: score)?;score;1 0 5
feverPain;FeverPAIN(?: score)?;score;1 0 5
news;NEWS ?2?(?: score)?;score;1 0 20
pews;PEWS(?: score)?;score;1 0 20
mews;MEOWS|MEWS;score;1 0 14
clinicalFrailty;(?:Clinical )?Frailty (?:Score|Scale)|Rockwood(?: (?:Clinical )?Frailty (?:Score|Scale)| score)?|CFS;score;1 1 9
barthel;Barthel(?: index| score)?;score;1 0 100
waterlow;Waterlow(?: score)?;score;1 0 64
braden;Braden(?: score| scale)?;score;1 6 23
bishop;Bishop(?:['’]s)?(?: score)?;score;1 0 13
gleason;Gleason(?: score| sum| grade)?:? \d ?\+ ?\d ?(?==)|Gleason(?: score| sum| grade)?(?=:? (?:of )?(?:[6-9]|10)(?![\d+]| ?\+));score;1 2 10
iss;Injury Severity Score;score;1 1 75
childPugh;Child-?\s?(?:Turcotte-?)?Pugh(?: score| class)*(?: [ABC])?(?=:? ?\(?(?:of |score )?\d);score;1 5 15
blatchford;(?:Glasgow[- ])?Blatchford(?: score)?;score;1 0 23
lille;Lille(?: score)?;score;1 0 1
mchat;M-?CHAT(?:-R)?(?: score)?;score;1 0 23
cars;CARS(?:-?2)?(?= \d);score;1 15 60
ados;ADOS(?:-?2)?(?: score| total)?;score;1 0 30
amts;AMTS?|AMT-?10|abbreviated mental test(?: score)?;score;1 0 10
adasCog;ADAS-?Cog;score;1 0 85
ace-iii;ACE-?(?:III|R);score;1 0 100
cdr;CDR(?:-SB)?(?= \d);score;1 0 18
hoehnYahr;Hoehn (?:and|&) Yahr(?: stage)?|H&Y(?: stage)?;score;1 1 5
mg-adl;MG-?ADL;score;1 0 24
qmg;QMG;score;1 0 39
aims;AIMS(?= \d);score;1 0 42
cgi;CGI(?:-[SI])?;score;1 1 7
ces-d;CES-?D;score;1 0 60
pss;PSS(?:-10)?;score;1 0 40
psqi;PSQI;score;1 0 21
eat26;EAT-?26;score;1 0 78
dast;DAST(?:-10)?;score;1 0 28
cows;COWS(?: score)?;score;1 0 48
rass;RASS;score;1 -5 4
womac;WOMAC;score;1 0 96
oxfordHip;Oxford (?:hip|knee|shoulder) score|OHS|OKS;score;1 0 48
odi;ODI|Oswestry(?: Disability Index)?;score;1 0 100
ndi;NDI|Neck Disability Index;score;1 0 100
quickDash;(?:Quick)?DASH(?: score)?;score;1 0 100
frax;FRAX;share;
harvey-bradshaw;HBI|Harvey-?Bradshaw(?: Index)?;score;1 0 60
pucai;PUCAI;score;1 0 85
pcdai;PCDAI;score;1 0 100
iief;IIEF(?:-5)?;score;1 0 75
iciq;ICIQ(?:-(?:UI|SF))*;score;1 0 21
sgrq;SGRQ;score;1 0 100
act-asthma;Asthma Control Test;score;1 5 25
kdqol;KDQOL;score;1 0 100
ferriman;Ferriman-?\s?Gallwey(?: score)?|mFG(?: score)?;score;1 0 36
greene;Greene(?: climacteric)?(?: scale| score)?;score;1 0 63
vhi;VHI(?:-10)?;score;1 0 120
dhi;DHI;score;1 0 100
abc-cars;ADHD-?RS;score;1 0 54
vanderbilt;Vanderbilt(?: score)?;score;1 0 60
snap4;SNAP-?IV;score;1 0 100
flacc;FLACC;score;1 0 10
westley;Westley(?: (?:croup )?score)?;score;1 0 17
pram;PRAM(?: score)?;score;1 0 12
silverman;Silverman(?:[- ]Anders[eo]n)?(?: score)?;score;1 0 10
gcs;GCS|Glasgow(?: Coma Scale| coma score)?|score de Glasgow;score;1 3 15
ecog;ECOG(?: PS)?|OMS(?= ?\d)|PS(?= ?\d)|WHO PS|performance status|zubrod|PS ECOG|indice OMS|[ée]tat g[ée]n[ée]ral OMS;score;1 0 5
karnofsky;Karnofsky(?: (?:performance status|index|score|PS))?|KPS|IK(?= \d);score;1 10 100
lansky;Lansky;score;1 10 100
mmse;MMSE|MMS|Mini-?Mental(?: State Examination)?;score;1 0 30
moca;MoCA|Montreal Cognitive Assessment;score;1 0 30
edss;EDSS|Expanded Disability Status Scale;score;1 0 10
nihss;NIHSS|NIH Stroke Scale;score;1 0 42
mrs;mRS|modified Rankin(?: scale)?|Rankin;score;1 0 6
CHA2DS2-VASc score;CHA2DS2[- ]?VASc(?: score)?|CHADS-?VASC;score;1 0 9
das28;DAS ?-?28(?:-?CRP|-?VS|-?ESR)?;score;1 0 10
basdai;BASDAI|Ankylosing Spondylitis Disease Activity Index;score;1 0 10
pasi;PASI|Psoriasis Area (?:and|&) Severity Index;score;1 0 72
dlqi;DLQI|Dermatology Life Quality Index;score;1 0 30
scorad;SCORAD;score;1 0 103
easi;EASI|Eczema Area (?:and|&) Severity Index;score;1 0 72
phq9;PHQ-?9|Patient Health Questionnaire(?:-9)?;score;1 0 27
gad7;GAD-?7;score;1 0 21
epds;EPDS|Edinburgh(?: Postnatal)?(?: Depression)?(?: Scale| score)*(?= ?(?:of|:|=|was|is|score)? ?\d);score;1 0 30
madrs;MADRS(?: total)?|(?:Montgomery[- ][\p{L}Å]+sberg )?Depression Rating Scale;score;1 0 60
hamd;HAM-?D(?:-?17)?|HDRS|Hamilton (?:Depression )?(?:Rating )?Scale(?: for Depression)?;score;1 0 60
pcl5;PCL-?5;score;1 0 80
epworth;Epworth(?: Sleepiness Scale)?|ESS;score;1 0 24
CIWA-Ar score;CIWA(?:-Ar)?;score;1 0 67
audit;AUDIT;score;1 0 40
qsofa;qSOFA;score;1 0 3
sofa;SOFA;score;1 0 24
meld;MELD(?:-Na)?|Model for End-?Stage Liver Disease;score;1 6 40
apgar;Apgars?(?: scores?)?(?: of)?;score;1 0 10
International Prognostic Index;(?:aa|R-)?IPI;score;1 0 5
Deauville score;Deauville;score;1 1 5
asa;ASA(?= ?(?:grade|class|score|[1-5]\b));score;1 1 5
painScore;EVA|EN(?= \d)|VAS|NRS|pain score|pain (?=\d{1,2}\/10)|pain(?= \d{1,2}\/10)|douleur(?= \d{1,2}\/10);score;1 0 10
alsfrs;ALSFRS(?:-R)?;score;1 0 48
haq;HAQ(?:-DI)?|Health Assessment Questionnaire;score;1 0 3
sledai;SLEDAI(?:-2K)?|Lupus Disease Activity Index;score;1 0 105
cdai;CDAI|Crohn['’]?s Disease Activity Index;score;1 0 600
sdai;SDAI;score;1 0 90
asdas;ASDAS(?:-CRP)?;score;1 0 10
basfi;BASFI;score;1 0 10
uas7;UAS ?-?7;score;1 0 42
poem;POEM;score;1 0 28
hads;HADS?(?:-[AD])?;score;1 0 42
bdi;BDI(?:-II)?|Beck;score;1 0 63
ymrs;YMRS|Young Mania Rating Scale(?: \(YMRS\))?;score;1 0 60
panss;PANSS|Negative Syndrome Scale;score;1 30 210
ybocs;Y-?BOCS|Obsessive[- ]Compulsive Scale;score;1 0 40
isi;ISI;score;1 0 28
midas;MIDAS;score;1 0 270
hit6;HIT-?6;score;1 36 78
mmrc;mMRC;score;1 0 4
ipss;IPSS|Prostate Symptom Score;score;1 0 35
snot22;SNOT-?22;score;1 0 110
acq;ACQ(?:-[567])?|Asthma Control Questionnaire(?: \(ACQ(?:-[567])?\))?;score;1 0 6
curb65;CURB-?65;score;1 0 5
apache;APACHE ?II;score;1 0 71
saps;SAPS ?II|IGS ?(?:II|2);score;1 0 163
fib4;FIB-?4;score;1 0 50
act;ACT(?= \d);score;1 5 25
cat;CAT(?= \d);score;1 0 40
mayo;Mayo(?: score)?(?= \d);score;1 0 12
updrs;(?:MDS-)?UPDRS(?:[- ]?I{1,3})?;score;1 0 260
vas;VAS;score;1 0 100
ana;ANA|ANF|AAN|FAN|anti-?nuclear antibod\w+|anticorps antinucl[ée]aires;score;
VDRL titer;VDRL|RPR;score;
`
