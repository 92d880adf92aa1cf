/**
 * The Member States of the United Nations by their short names in its six languages, as its terminology database has
 * them: the names a delegation speaks under. A line each: ISO 3166-1 code, then English, French, Spanish, Russian, Arabic,
 * Chinese, without articles.
 */

export const states = `AF|Afghanistan|Afghanistan|Afganistán|Афганистан|أفغانستان|阿富汗
AL|Albania|Albanie|Albania|Албания|ألبانيا|阿尔巴尼亚
DZ|Algeria|Algérie|Argelia|Алжир|الجزائر|阿尔及利亚
AD|Andorra|Andorre|Andorra|Андорра|أندورا|安道尔
AO|Angola|Angola|Angola|Ангола|أنغولا|安哥拉
AG|Antigua and Barbuda|Antigua-et-Barbuda|Antigua y Barbuda|Антигуа и Барбуда|أنتيغوا وبربودا|安提瓜和巴布达
AR|Argentina|Argentine|Argentina|Аргентина|الأرجنتين|阿根廷
AM|Armenia|Arménie|Armenia|Армения|أرمينيا|亚美尼亚
AU|Australia|Australie|Australia|Австралия|أستراليا|澳大利亚
AT|Austria|Autriche|Austria|Австрия|النمسا|奥地利
AZ|Azerbaijan|Azerbaïdjan|Azerbaiyán|Азербайджан|أذربيجان|阿塞拜疆
BS|Bahamas|Bahamas|Bahamas|Багамские Острова|جزر البهاما|巴哈马
BH|Bahrain|Bahreïn|Bahrein|Бахрейн|البحرين|巴林
BD|Bangladesh|Bangladesh|Bangladesh|Бангладеш|بنغلاديش|孟加拉国
BB|Barbados|Barbade|Barbados|Барбадос|بربادوس|巴巴多斯
BY|Belarus|Bélarus|Belarús|Беларусь|بيلاروس|白俄罗斯
BE|Belgium|Belgique|Bélgica|Бельгия|بلجيكا|比利时
BZ|Belize|Belize|Belice|Белиз|بليز|伯利兹
BJ|Benin|Bénin|Benin|Бенин|بنن|贝宁
BT|Bhutan|Bhoutan|Bhután|Бутан|بوتان|不丹
BO|Bolivia (Plurinational State of)|Bolivie (État plurinational de)|Bolivia (Estado Plurinacional de)|Боливия (Многонациональное Государство)|بوليفيا (دولة المتعددة القوميات)|多民族玻利维亚国
BA|Bosnia and Herzegovina|Bosnie-Herzégovine|Bosnia y Herzegovina|Босния и Герцеговина|البوسنة والهرسك|波斯尼亚和黑塞哥维那
BW|Botswana|Botswana|Botswana|Ботсвана|بوتسوانا|博茨瓦纳
BR|Brazil|Brésil|Brasil|Бразилия|البرازيل|巴西
BN|Brunei Darussalam|Brunéi Darussalam|Brunei Darussalam|Бруней-Даруссалам|بروني دار السلام|文莱达鲁萨兰国
BG|Bulgaria|Bulgarie|Bulgaria|Болгария|بلغاريا|保加利亚
BF|Burkina Faso|Burkina Faso|Burkina Faso|Буркина-Фасо|بوركينا فاسو|布基纳法索
BI|Burundi|Burundi|Burundi|Бурунди|بوروندي|布隆迪
CV|Cabo Verde|Cabo Verde|Cabo Verde|Кабо-Верде|كابو فيردي|佛得角
KH|Cambodia|Cambodge|Camboya|Камбоджа|كمبوديا|柬埔寨
CM|Cameroon|Cameroun|Camerún|Камерун|الكاميرون|喀麦隆
CA|Canada|Canada|Canadá|Канада|كندا|加拿大
CF|Central African Republic|République centrafricaine|República Centroafricana|Центральноафриканская Республика|جمهورية أفريقيا الوسطى|中非共和国
TD|Chad|Tchad|Chad|Чад|تشاد|乍得
CL|Chile|Chili|Chile|Чили|شيلي|智利
CN|China|Chine|China|Китай|الصين|中国
CO|Colombia|Colombie|Colombia|Колумбия|كولومبيا|哥伦比亚
KM|Comoros|Comores|Comoras|Коморские Острова|جزر القمر|科摩罗
CG|Congo|Congo|Congo|Конго|الكونغو|刚果（布）
CR|Costa Rica|Costa Rica|Costa Rica|Коста-Рика|كوستاريكا|哥斯达黎加
CI|Côte d'Ivoire|Côte d'Ivoire|Côte d'Ivoire|Кот-д'Ивуар|كوت ديفوار|科特迪瓦
HR|Croatia|Croatie|Croacia|Хорватия|كرواتيا|克罗地亚
CU|Cuba|Cuba|Cuba|Куба|كوبا|古巴
CY|Cyprus|Chypre|Chipre|Кипр|قبرص|塞浦路斯
CZ|Czechia|Tchéquie|Chequia|Чехия|تشيكيا|捷克
KP|Democratic People's Republic of Korea|République populaire démocratique de Corée|República Popular Democrática de Corea|Корейская Народно-Демократическая Республика|جمهورية كوريا الشعبية الديمقراطية|朝鲜民主主义人民共和国
CD|Democratic Republic of the Congo|République démocratique du Congo|República Democrática del Congo|Демократическая Республика Конго|جمهورية الكونغو الديمقراطية|刚果民主共和国
DK|Denmark|Danemark|Dinamarca|Дания|الدانمرك|丹麦
DJ|Djibouti|Djibouti|Djibouti|Джибути|جيبوتي|吉布提
DM|Dominica|Dominique|Dominica|Доминика|دومينيكا|多米尼克
DO|Dominican Republic|République dominicaine|República Dominicana|Доминиканская Республика|الجمهورية الدومينيكية|多米尼加
EC|Ecuador|Équateur|Ecuador|Эквадор|إكوادور|厄瓜多尔
EG|Egypt|Égypte|Egipto|Египет|مصر|埃及
SV|El Salvador|El Salvador|El Salvador|Сальвадор|السلفادور|萨尔瓦多
GQ|Equatorial Guinea|Guinée équatoriale|Guinea Ecuatorial|Экваториальная Гвинея|غينيا الاستوائية|赤道几内亚
ER|Eritrea|Érythrée|Eritrea|Эритрея|إريتريا|厄立特里亚
EE|Estonia|Estonie|Estonia|Эстония|إستونيا|爱沙尼亚
SZ|Eswatini|Eswatini|Eswatini|Эсватини|إسواتيني|斯威士兰
ET|Ethiopia|Éthiopie|Etiopía|Эфиопия|إثيوبيا|埃塞俄比亚
FJ|Fiji|Fidji|Fiji|Фиджи|فيجي|斐济
FI|Finland|Finlande|Finlandia|Финляндия|فنلندا|芬兰
FR|France|France|Francia|Франция|فرنسا|法国
GA|Gabon|Gabon|Gabón|Габон|غابون|加蓬
GM|Gambia|Gambie|Gambia|Гамбия|غامبيا|冈比亚
GE|Georgia|Géorgie|Georgia|Грузия|جورجيا|格鲁吉亚
DE|Germany|Allemagne|Alemania|Германия|ألمانيا|德国
GH|Ghana|Ghana|Ghana|Гана|غانا|加纳
GR|Greece|Grèce|Grecia|Греция|اليونان|希腊
GD|Grenada|Grenade|Granada|Гренада|غرينادا|格林纳达
GT|Guatemala|Guatemala|Guatemala|Гватемала|غواتيمالا|危地马拉
GN|Guinea|Guinée|Guinea|Гвинея|غينيا|几内亚
GW|Guinea-Bissau|Guinée-Bissau|Guinea-Bissau|Гвинея-Бисау|غينيا - بيساو|几内亚比绍
GY|Guyana|Guyana|Guyana|Гайана|غيانا|圭亚那
HT|Haiti|Haïti|Haití|Гаити|هايتي|海地
HN|Honduras|Honduras|Honduras|Гондурас|هندوراس|洪都拉斯
HU|Hungary|Hongrie|Hungría|Венгрия|هنغاريا|匈牙利
IS|Iceland|Islande|Islandia|Исландия|آيسلندا|冰岛
IN|India|Inde|India|Индия|الهند|印度
ID|Indonesia|Indonésie|Indonesia|Индонезия|إندونيسيا|印度尼西亚
IR|Iran (Islamic Republic of)|Iran (République islamique d')|Irán (República Islámica del)|Иран (Исламская Республика)|إيران (جمهورية الإسلامية)|伊朗伊斯兰共和国
IQ|Iraq|Iraq|Iraq|Ирак|العراق|伊拉克
IE|Ireland|Irlande|Irlanda|Ирландия|أيرلندا|爱尔兰
IL|Israel|Israël|Israel|Израиль|إسرائيل|以色列
IT|Italy|Italie|Italia|Италия|إيطاليا|意大利
JM|Jamaica|Jamaïque|Jamaica|Ямайка|جامايكا|牙买加
JP|Japan|Japon|Japón|Япония|اليابان|日本
JO|Jordan|Jordanie|Jordania|Иордания|الأردن|约旦
KZ|Kazakhstan|Kazakhstan|Kazajstán|Казахстан|كازاخستان|哈萨克斯坦
KE|Kenya|Kenya|Kenya|Кения|كينيا|肯尼亚
KI|Kiribati|Kiribati|Kiribati|Кирибати|كيريباس|基里巴斯
KW|Kuwait|Koweït|Kuwait|Кувейт|الكويت|科威特
KG|Kyrgyzstan|Kirghizistan|Kirguistán|Кыргызстан|قيرغيزستان|吉尔吉斯斯坦
LA|Lao People's Democratic Republic|République démocratique populaire lao|República Democrática Popular Lao|Лаосская Народно-Демократическая Республика|جمهورية لاو الديمقراطية الشعبية|老挝人民民主共和国
LV|Latvia|Lettonie|Letonia|Латвия|لاتفيا|拉脱维亚
LB|Lebanon|Liban|Líbano|Ливан|لبنان|黎巴嫩
LS|Lesotho|Lesotho|Lesotho|Лесото|ليسوتو|莱索托
LR|Liberia|Libéria|Liberia|Либерия|ليبريا|利比里亚
LY|Libya|Libye|Libia|Ливия|ليبيا|利比亚
LI|Liechtenstein|Liechtenstein|Liechtenstein|Лихтенштейн|ليختنشتاين|列支敦士登
LT|Lithuania|Lituanie|Lituania|Литва|ليتوانيا|立陶宛
LU|Luxembourg|Luxembourg|Luxemburgo|Люксембург|لكسمبرغ|卢森堡
MG|Madagascar|Madagascar|Madagascar|Мадагаскар|مدغشقر|马达加斯加
MW|Malawi|Malawi|Malawi|Малави|ملاوي|马拉维
MY|Malaysia|Malaisie|Malasia|Малайзия|ماليزيا|马来西亚
MV|Maldives|Maldives|Maldivas|Мальдивские Острова|ملديف|马尔代夫
ML|Mali|Mali|Malí|Мали|مالي|马里
MT|Malta|Malte|Malta|Мальта|مالطة|马耳他
MH|Marshall Islands|Îles Marshall|Islas Marshall|Маршалловы Острова|جزر مارشال|马绍尔群岛
MR|Mauritania|Mauritanie|Mauritania|Мавритания|موريتانيا|毛里塔尼亚
MU|Mauritius|Maurice|Mauricio|Маврикий|موريشيوس|毛里求斯
MX|Mexico|Mexique|México|Мексика|المكسيك|墨西哥
FM|Micronesia (Federated States of)|Micronésie (États fédérés de)|Micronesia (Estados Federados de)|Микронезия (Федеративные Штаты)|ميكرونيزيا (ولايات الموحدة)|密克罗尼西亚联邦
MC|Monaco|Monaco|Mónaco|Монако|موناكو|摩纳哥
MN|Mongolia|Mongolie|Mongolia|Монголия|منغوليا|蒙古
ME|Montenegro|Monténégro|Montenegro|Черногория|الجبل الأسود|黑山
MA|Morocco|Maroc|Marruecos|Марокко|المغرب|摩洛哥
MZ|Mozambique|Mozambique|Mozambique|Мозамбик|موزامبيق|莫桑比克
MM|Myanmar|Myanmar|Myanmar|Мьянма|ميانمار|缅甸
NA|Namibia|Namibie|Namibia|Намибия|ناميبيا|纳米比亚
NR|Nauru|Nauru|Nauru|Науру|ناورو|瑙鲁
NP|Nepal|Népal|Nepal|Непал|نيبال|尼泊尔
NL|Netherlands|Pays-Bas|Países Bajos|Нидерланды|هولندا|荷兰
NZ|New Zealand|Nouvelle-Zélande|Nueva Zelandia|Новая Зеландия|نيوزيلندا|新西兰
NI|Nicaragua|Nicaragua|Nicaragua|Никарагуа|نيكاراغوا|尼加拉瓜
NE|Niger|Niger|Níger|Нигер|النيجر|尼日尔
NG|Nigeria|Nigéria|Nigeria|Нигерия|نيجيريا|尼日利亚
MK|North Macedonia|Macédoine du Nord|Macedonia del Norte|Северная Македония|مقدونيا الشمالية|北马其顿
NO|Norway|Norvège|Noruega|Норвегия|النرويج|挪威
OM|Oman|Oman|Omán|Оман|عمان|阿曼
PK|Pakistan|Pakistan|Pakistán|Пакистан|باكستان|巴基斯坦
PW|Palau|Palaos|Palau|Палау|بالاو|帕劳
PA|Panama|Panama|Panamá|Панама|بنما|巴拿马
PG|Papua New Guinea|Papouasie-Nouvelle-Guinée|Papua Nueva Guinea|Папуа — Новая Гвинея|بابوا غينيا الجديدة|巴布亚新几内亚
PY|Paraguay|Paraguay|Paraguay|Парагвай|باراغواي|巴拉圭
PE|Peru|Pérou|Perú|Перу|بيرو|秘鲁
PH|Philippines|Philippines|Filipinas|Филиппины|الفلبين|菲律宾
PL|Poland|Pologne|Polonia|Польша|بولندا|波兰
PT|Portugal|Portugal|Portugal|Португалия|البرتغال|葡萄牙
QA|Qatar|Qatar|Qatar|Катар|قطر|卡塔尔
KR|Republic of Korea|République de Corée|República de Corea|Республика Корея|جمهورية كوريا|大韩民国
MD|Republic of Moldova|République de Moldova|República de Moldova|Республика Молдова|جمهورية مولدوفا|摩尔多瓦共和国
RO|Romania|Roumanie|Rumania|Румыния|رومانيا|罗马尼亚
RU|Russian Federation|Fédération de Russie|Federación de Rusia|Российская Федерация|الاتحاد الروسي|俄罗斯联邦
RW|Rwanda|Rwanda|Rwanda|Руанда|رواندا|卢旺达
KN|Saint Kitts and Nevis|Saint-Kitts-et-Nevis|Saint Kitts y Nevis|Сент-Китс и Невис|سانت كيتس ونيفس|圣基茨和尼维斯
LC|Saint Lucia|Sainte-Lucie|Santa Lucía|Сент-Люсия|سانت لوسيا|圣卢西亚
VC|Saint Vincent and the Grenadines|Saint-Vincent-et-les Grenadines|San Vicente y las Granadinas|Сент-Винсент и Гренадины|سانت فنسنت وجزر غرينادين|圣文森特和格林纳丁斯
WS|Samoa|Samoa|Samoa|Самоа|ساموا|萨摩亚
SM|San Marino|Saint-Marin|San Marino|Сан-Марино|سان مارينو|圣马力诺
ST|Sao Tome and Principe|Sao Tomé-et-Principe|Santo Tomé y Príncipe|Сан-Томе и Принсипи|سان تومي وبرينسيبي|圣多美和普林西比
SA|Saudi Arabia|Arabie saoudite|Arabia Saudita|Саудовская Аравия|المملكة العربية السعودية|沙特阿拉伯
SN|Senegal|Sénégal|Senegal|Сенегал|السنغال|塞内加尔
RS|Serbia|Serbie|Serbia|Сербия|صربيا|塞尔维亚
SC|Seychelles|Seychelles|Seychelles|Сейшельские Острова|سيشيل|塞舌尔
SL|Sierra Leone|Sierra Leone|Sierra Leona|Сьерра-Леоне|سيراليون|塞拉利昂
SG|Singapore|Singapour|Singapur|Сингапур|سنغافورة|新加坡
SK|Slovakia|Slovaquie|Eslovaquia|Словакия|سلوفاكيا|斯洛伐克
SI|Slovenia|Slovénie|Eslovenia|Словения|سلوفينيا|斯洛文尼亚
SB|Solomon Islands|Îles Salomon|Islas Salomón|Соломоновы Острова|جزر سليمان|所罗门群岛
SO|Somalia|Somalie|Somalia|Сомали|الصومال|索马里
ZA|South Africa|Afrique du Sud|Sudáfrica|Южная Африка|جنوب أفريقيا|南非
SS|South Sudan|Soudan du Sud|Sudán del Sur|Южный Судан|جنوب السودان|南苏丹
ES|Spain|Espagne|España|Испания|إسبانيا|西班牙
LK|Sri Lanka|Sri Lanka|Sri Lanka|Шри-Ланка|سري لانكا|斯里兰卡
SD|Sudan|Soudan|Sudán|Судан|السودان|苏丹
SR|Suriname|Suriname|Suriname|Суринам|سورينام|苏里南
SE|Sweden|Suède|Suecia|Швеция|السويد|瑞典
CH|Switzerland|Suisse|Suiza|Швейцария|سويسرا|瑞士
SY|Syrian Arab Republic|République arabe syrienne|República Árabe Siria|Сирийская Арабская Республика|الجمهورية العربية السورية|阿拉伯叙利亚共和国
TJ|Tajikistan|Tadjikistan|Tayikistán|Таджикистан|طاجيكستان|塔吉克斯坦
TH|Thailand|Thaïlande|Tailandia|Таиланд|تايلند|泰国
TL|Timor-Leste|Timor-Leste|Timor-Leste|Тимор-Лешти|تيمور- ليشتي|东帝汶
TG|Togo|Togo|Togo|Того|توغو|多哥
TO|Tonga|Tonga|Tonga|Тонга|تونغا|汤加
TT|Trinidad and Tobago|Trinité-et-Tobago|Trinidad y Tabago|Тринидад и Тобаго|ترينيداد وتوباغو|特立尼达和多巴哥
TN|Tunisia|Tunisie|Túnez|Тунис|تونس|突尼斯
TR|Türkiye|Türkiye|Türkiye|Турция|تركيا|土耳其
TM|Turkmenistan|Turkménistan|Turkmenistán|Туркменистан|تركمانستان|土库曼斯坦
TV|Tuvalu|Tuvalu|Tuvalu|Тувалу|توفالو|图瓦卢
UG|Uganda|Ouganda|Uganda|Уганда|أوغندا|乌干达
UA|Ukraine|Ukraine|Ucrania|Украина|أوكرانيا|乌克兰
AE|United Arab Emirates|Émirats arabes unis|Emiratos Árabes Unidos|Объединенные Арабские Эмираты|الإمارات العربية المتحدة|阿拉伯联合酋长国
GB|United Kingdom of Great Britain and Northern Ireland|Royaume-Uni de Grande-Bretagne et d'Irlande du Nord|Reino Unido de Gran Bretaña e Irlanda del Norte|Соединенное Королевство Великобритании и Северной Ирландии|المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية|大不列颠及北爱尔兰联合王国
TZ|United Republic of Tanzania|République-Unie de Tanzanie|República Unida de Tanzanía|Объединенная Республика Танзания|جمهورية تنزانيا المتحدة|坦桑尼亚联合共和国
US|United States of America|États-Unis d'Amérique|Estados Unidos de América|Соединенные Штаты Америки|الولايات المتحدة الأمريكية|美利坚合众国
UY|Uruguay|Uruguay|Uruguay|Уругвай|أوروغواي|乌拉圭
UZ|Uzbekistan|Ouzbékistan|Uzbekistán|Узбекистан|أوزبكستان|乌兹别克斯坦
VU|Vanuatu|Vanuatu|Vanuatu|Вануату|فانواتو|瓦努阿图
VE|Venezuela (Bolivarian Republic of)|Venezuela (République bolivarienne du)|Venezuela (República Bolivariana de)|Венесуэла (Боливарианская Республика)|فنزويلا (جمهورية البوليفارية)|委内瑞拉玻利瓦尔共和国
VN|Viet Nam|Viet Nam|Viet Nam|Вьетнам|فييت نام|越南
YE|Yemen|Yémen|Yemen|Йемен|اليمن|也门
ZM|Zambia|Zambie|Zambia|Замбия|زامبيا|赞比亚
ZW|Zimbabwe|Zimbabwe|Zimbabwe|Зимбабве|زمبابوي|津巴布韦`
