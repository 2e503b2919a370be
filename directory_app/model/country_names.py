"""Countries in Spanish, Portuguese, French, German, Italian and their own languages, one a line.

Made by resources/countries/compile_country_names.py from Babel 2.18.0 (BSD-3-Clause), whose data is that of
CLDR 47 (Copyright © 2004-2025 Unicode, Inc.; Unicode License V3, in resources/countries/LICENSE.unicode).
A line has the alpha-2 code and between bars the names that country_table.py does not have.
"""

NAMES = """\
AD Andorre
AE Emiratos Árabes Unidos | Emirados Árabes Unidos | Émirats arabes unis | Vereinigte Arabische Emirate | Emirati Arabi Uniti
AF Afganistán | Afeganistão | Owganystan
AG Antigua y Barbuda | Antígua e Barbuda | Antigua-et-Barbuda | Antigua und Barbuda
AI Anguila
AL Albanie | Albanien
AM Arménie | Armenien
AQ Antártida | Antarctique | Antarktis | Antartide
AR Argentine
AS Samoa Americana | Samoa américaines | Amerikanisch-Samoa | Samoa Americane
AT Austrija | Avstrija | Ausztria
AU Australie | Australien
AX Islas Aland | Ilhas Aland | Alanda | Îles Åland | Ålandinseln | Isole Åland
AZ Azerbaiyán | Azerbaijão | Azerbaïdjan | Aserbaidschan | Azerbaigian | Азәрбајҹан
BA Bosnia y Herzegovina | Bósnia e Herzegovina | Bosnie-Herzégovine | Bosnien und Herzegowina | Bosnia ed Erzegovina | Босна и Херцеговина
BB Barbade
BD Bangladés | Bangladeche | Bangladesch
BE Belgio
BF Burquina Faso
BG Bulgarie | Bulgarien
BH Baréin | Barém | Bahreïn
BI Uburundi
BJ Benim
BL San Bartolomé | São Bartolomeu
BM Bermudas | Bermudes
BN بروني
BO Bolivie | Bolivien
BQ Caribe neerlandés | Países Baixos Caribenhos | Pays-Bas caribéens | Karibische Niederlande | Caraibi Olandesi | Caribisch Nederland
BR Brasile | Brazile
BS Baamas
BT Bután | Butão | Bhoutan
BV Isla Bouvet | Ilha Bouvet | Île Bouvet | Bouvetinsel | Isola Bouvet
BW Botsuana
BY Bielorussia
BZ Belice
CA ᑲᓇᑕᒥ
CC Islas Cocos | Ilhas Cocos (Keeling) | Ilhas dos Cocos (Keeling) | Îles Cocos | Kokosinseln | Isole Cocos (Keeling)
CD República Democrática del Congo | Kongo-Kinshasa | Jamhuri ya Kidemokrasia ya Kongo | Republíki ya Kongó Demokratíki
CF República Centroafricana | República Centro-Africana | Zentralafrikanische Republik | Repubblica Centrafricana | Ködörösêse tî Bêafrîka
CG Kongo-Brazzaville
CH Suíça | Schwiiz
CI Côte d’Ivoire (Costa do Marfim) | Costa d’Avorio
CK Islas Cook | Ilhas Cook | Îles Cook | Cookinseln | Isole Cook
CL Chili | Cile
CM Camerún | Camarões
CN Chine | Cina | جۇڭگو | Cunghgoz | རྒྱ་ནག | 중국
CO Colombie
CU Kuba
CV Capo Verde
CW Curazao | Curaçau | Kòrsou
CX Isla de Navidad | Ilha Christmas | Ilha do Natal | Île Christmas | Weihnachtsinsel | Isola Christmas
CY Chipre | Chypre | Cipro
CZ Chequia | Tchéquia | Tchéquie | Cechia
DE Germania | Tjiisklun
DJ Yibuti | Djibuti | Jibuti | Dschibuti | Gibuti | جيبوتي
DK Dinamarca | Danimarca | Danmarki
DM Dominique
DO République dominicaine | Dominikanische Republik | Repubblica Dominicana
DZ Argelia | Algerien
EC Equador | Équateur
EE Estonie
EG Egipto | Egito | Egitto
EH Saara Ocidental | Sara Ocidental | Westsahara | Sahara Occidentale | الصحراء الغربية
ER Eritreia | Érythrée | إريتريا
ES Espanha | Spagna | Espainia
ET Etiopía | Éthiopie
FI Finlandia | Finlande | Lääʹddjânnam
FJ Fiyi | Fidji | Figi
FK Ilhas Malvinas | Ilhas Falkland | Îles Malouines | Falklandinseln | Isole Falkland
FM Micronésie | Mikronesien
FO Islas Feroe | Ilhas Faroé | Îles Féroé | Färöer | Isole Fær Øer
GA Gabão | Gabun
GB Regno Unito | Y Deyrnas Unedig | an Ríocht Aontaithe | An Rìoghachd Aonaichte
GD Granada | Grenade
GE Géorgie | Georgien | Гуырдзыстон | Қырҭтәыла
GF Guayana Francesa | Guiana Francesa | Guyane française | Französisch-Guayana | Guyana Francese
GG Guernesey
GH Gana | Gaana | Ghana nutome
GI Gibilterra
GL Groenlandia | Gronelândia | Groenland
GM Gambie
GN Guiné
GP Guadalupe | Guadalupa
GQ Guiné Equatorial | Guinée équatoriale | Äquatorialguinea | Guinea Equatoriale
GS South Georgia & South Sandwich Islands | Islas Georgia del Sur y Sandwich del Sur | Ilhas Geórgia do Sul e Sandwich do Sul | Géorgie du Sud-et-les Îles Sandwich du Sud | Südgeorgien und die Südlichen Sandwichinseln | Georgia del Sud e Sandwich Australi
GU Guame
GW Guinea-Bisáu | Guinée-Bissau
GY Guiana
HK RAE de Hong Kong (China) | Hong Kong, RAE da China | R.A.S. chinoise de Hong Kong | Sonderverwaltungsregion Hongkong | RAS di Hong Kong | 中國香港特別行政區
HM Heard & McDonald Islands | Islas Heard y McDonald | Ilhas Heard e McDonald | Îles Heard-et-MacDonald | Heard und McDonaldinseln | Isole Heard e McDonald
HR Croacia | Croatie | Croazia | Croasia
HU Hungría | Hongrie | Ungheria
ID Indonésie
IE Irlanda | Irlande
IL Israele | إسرائيل
IM Isla de Man | Ilha de Man | Île de Man | Isola di Man
IN ভারত | భారతదేశం | இந்தியா | بھارت | ભારત | ಭಾರತ | ଭାରତ | ഇന്ത്യ | ਭਾਰਤ | ভাৰত | ᱤᱱᱰᱤᱭᱟ | ہِندوستان | ڀارت
IO Territorio Británico del Océano Índico | Território Britânico do Oceano Índico | Territoire britannique de l’océan Indien | Britisches Territorium im Indischen Ozean | Territorio Britannico dell’Oceano Indiano
IQ Irak | Iraque | عێراق
IR Irã | Irão
IS Islandia | Islande | Islanda
JM Jamaïque | Jamaika | Giamaica
JO Jordania | Jordanie | Jordanien | Giordania
JP Giappone
KE Kenia | Quênia
KG Kirguistán | Quirguistão | Kirghizstan | Kirgisistan | Киргизия
KH Camboya | Camboja | Cambodge | Kambodscha | Cambogia
KI Quiribati
KM Comoras | Komoren | Comore | جزر القمر
KN San Cristóbal y Nieves | São Cristóvão e Névis | São Cristóvão e Neves | Saint-Christophe-et-Niévès | St. Kitts und Nevis | Saint Kitts e Nevis
KP Corea del Norte | Coreia do Norte | Corée du Nord | Nordkorea | Corea del Nord
KR Corea del Sud
KW Koweit
KY Islas Caimán | Ilhas Cayman | Ilhas Caimão | Îles Caïmans | Kaimaninseln | Isole Cayman
KZ Kazajistán | Cazaquistão | Kasachstan | Kazakistan
LB Líbano | Libanon
LC Santa Lucía | Sainte-Lucie
LI Listenstaine | Liächteschtäi
LK Sri Lanca
LS Lesoto
LT Lituania | Lituanie
LU Luxemburgo | Lussemburgo
LV Letonia | Lettonie | Lettonia
LY Libia | Libye | Libyen
MA Marrocos | Marocco | Meṛṛuk
MD Republik Moldau | Republica Moldova
MF San Martín | São Martinho | São Martinho (Saint-Martin)
MG Madagaskar
MH Islas Marshall | Ilhas Marshall | Îles Marshall | Marshallinseln | Isole Marshall
MK Macedonia del Norte | Macedônia do Norte | Macédoine du Nord | Nordmazedonien | Macedonia del Nord | Maqedonia e Veriut
MM Myanmar (Burma) | Myanmar (Birmania) | Mianmar (Birmânia) | Myanmar (Birmanie)
MN Mongolie | Mongolei | Монгол
MO RAE de Macao (China) | Macau, RAE da China | R.A.S. chinoise de Macao | Sonderverwaltungsregion Macau | RAS di Macao | 中國澳門特別行政區
MP Islas Marianas del Norte | Ilhas Marianas do Norte | Îles Mariannes du Nord | Nördliche Marianen | Isole Marianne Settentrionali
MQ Martinica
MR Mauretanien
MS Monserrate
MT Malte
MU Mauricio | Maurícia
MV Maldivas | Malediven | Maldive
MW Malaui
MX Messico
MY Malasia | Malaisie
MZ Mozambico
NA Namibie
NC Nueva Caledonia | Nova Caledônia | Neukaledonien | Nuova Caledonia
NF Isla Norfolk | Ilha Norfolk | Île Norfolk | Norfolkinsel | Isola Norfolk
NG Nàìjíríà
NL Países Baixos | Paesi Bassi | Nederlân
NO Noruega | Norvège | Norvegia | Norga
NZ Nueva Zelanda | Nova Zelândia | Nouvelle-Zélande | Nuova Zelanda
OM Omã
PE Pérou
PF Polinesia Francesa | Französisch-Polynesien | Polinesia Francese
PG Papúa Nueva Guinea | Papua-Nova Guiné | Papouasie-Nouvelle-Guinée | Papua-Neuguinea | Papua Nuova Guinea
PH Filippine
PK Paquistão
PL Pologne | Lenkija
PM San Pedro y Miquelón | São Pedro e Miquelão | Saint-Pierre-et-Miquelon | St. Pierre und Miquelon | Saint-Pierre e Miquelon
PN Islas Pitcairn | Ilhas Pitcairn | Îles Pitcairn | Pitcairninseln | Isole Pitcairn
PR Porto Rico | Portorico
PS Territorios Palestinos | Territórios palestinianos | Territoires palestiniens | Palästinensische Autonomiegebiete | Territori Palestinesi | الأراضي الفلسطينية
PT Portogallo
PW Palaos
QA Catar | Katar
RE Reunião | Riunione
RO Rumanía | Romênia | Roumanie
RS Sérvia | Serbie | Serbien | Szerbia | Srbsko | Сербія
RU Росси | Арассыыйа | Рузонь мастор | Русија
RW Ruanda | U Rwanda
SA Arabia Saudí | Arábia Saudita | Arabie saoudite | Saudi-Arabien
SB Islas Salomón | Ilhas Salomão | Îles Salomon | Salomonen | Isole Salomone
SC Seicheles | Seychellen
SD Sudão | Soudan
SE Suède | Svezia | Ruotsi
SG Singapur | Singapour | சிங்கப்பூர்
SH Santa Elena | Santa Helena | Sainte-Hélène | Sant’Elena
SI Eslovenia | Slovénie | Zlovenia
SJ Svalbard y Jan Mayen | Svalbard e Jan Mayen | Svalbard et Jan Mayen | Spitzbergen und Jan Mayen | Svalbard og Jan Mayen
SK Eslovaquia | Slovaquie | Slovacchia
SL Sierra Leona | Serra Leoa
SM São Marinho | Saint-Marin
SN Senegaal
SO Somalie | الصومال
SR Surinam
SS Sudán del Sur | Sudão do Sul | Soudan du Sud | Südsudan | Sud Sudan
ST Santo Tomé y Príncipe | Sao Tomé-et-Principe | São Tomé und Príncipe
SV Salvador
SX São Martinho (Sint Maarten) | Saint-Martin (partie néerlandaise)
SY Siria | Syrie | Syrien
SZ Esuatini | Essuatíni
TC Islas Turcas y Caicos | Ilhas Turcas e Caicos | Îles Turques-et-Caïques | Turks- und Caicosinseln | Isole Turks e Caicos
TD Chade | Tschad | Ciad
TF Territorios Australes Franceses | Territórios Franceses do Sul | Territórios Austrais Franceses | Terres australes françaises | Französische Süd- und Antarktisgebiete | Terre Australi Francesi
TH Tailandia | Thaïlande | Thailandia
TJ Tayikistán | Tadjiquistão | Tajiquistão | Tadjikistan | Tadschikistan | Tagikistan
TK Toquelau
TL Timor Est
TM Turcomenistão | Turquemenistão
TN Túnez | Tunesien
TR Turchia
TT Trinidad y Tobago | Trinidad e Tobago | Trindade e Tobago | Trinité-et-Tobago | Trinidad und Tobago
TZ Tanzanie | Tansania
UA Ucrania | Ucraina | Украина
UG Ouganda
UM Islas menores alejadas de EE. UU. | Ilhas Menores Distantes dos EUA | Ilhas Menores Afastadas dos EUA | Îles mineures éloignées des États-Unis | Amerikanische Überseeinseln | Isole Minori Esterne degli Stati Uniti
US Stati Uniti | ʻAmelika Hui Pū ʻIa
UY Uruguai
UZ Uzbequistão | Usbequistão | Ouzbékistan | Usbekistan | Ўзбекистон
VA Cidade do Vaticano | État de la Cité du Vatican | Vatikanstadt
VC St. Vincent & Grenadines | San Vicente y las Granadinas | São Vicente e Granadinas | Saint-Vincent-et-les Grenadines | St. Vincent und die Grenadinen | Saint Vincent e Grenadine
VG Islas Vírgenes Británicas | Ilhas Virgens Britânicas | Îles Vierges britanniques | Britische Jungferninseln | Isole Vergini Britanniche
VI Islas Vírgenes de EE. UU. | Ilhas Virgens Americanas | Ilhas Virgens dos EUA | Îles Vierges des États-Unis | Amerikanische Jungferninseln | Isole Vergini Americane
VN Vietnã | Vietname
WF Wallis y Futuna | Wallis e Futuna | Wallis und Futuna
XK Kosovë
YE Iêmen | Jemen
YT Maiote
ZA iNingizimu Afrika | EMzantsi Afrika | Afrika Borwa | Aforika Borwa
ZM Zambie | Sambia
ZW Zimbabue | Simbabwe
"""  # noqa: E501 - one country a line keeps the table searchable
