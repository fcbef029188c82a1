/** The time zones of Windows, as Outlook and Exchange name them, and four by the names that they are shown under, each with the zone of the world's own list. */
const NAMES = `
AUS Central Standard Time=Australia/Darwin|AUS Eastern Standard Time=Australia/Sydney|Afghanistan Standard Time=Asia/Kabul|
Alaskan Standard Time=America/Anchorage|Arab Standard Time=Asia/Riyadh|Arabian Standard Time=Asia/Dubai|
Arabic Standard Time=Asia/Baghdad|Argentina Standard Time=America/Argentina/Buenos_Aires|Atlantic Standard Time=America/Halifax|
Azerbaijan Standard Time=Asia/Baku|Azores Standard Time=Atlantic/Azores|Bangladesh Standard Time=Asia/Dhaka|
Belarus Standard Time=Europe/Minsk|Canada Central Standard Time=America/Regina|Cape Verde Standard Time=Atlantic/Cape_Verde|
Caucasus Standard Time=Asia/Yerevan|Cen. Australia Standard Time=Australia/Adelaide|Central America Standard Time=America/Guatemala|
Central Asia Standard Time=Asia/Almaty|Central Brazilian Standard Time=America/Cuiaba|Central Europe Standard Time=Europe/Budapest|
Central European Standard Time=Europe/Warsaw|Central Pacific Standard Time=Pacific/Guadalcanal|Central Standard Time=America/Chicago|
Central Standard Time (Mexico)=America/Mexico_City|China Standard Time=Asia/Shanghai|E. Africa Standard Time=Africa/Nairobi|
E. Australia Standard Time=Australia/Brisbane|E. Europe Standard Time=Europe/Chisinau|E. South America Standard Time=America/Sao_Paulo|
Eastern Standard Time=America/New_York|Eastern Standard Time (Mexico)=America/Cancun|Egypt Standard Time=Africa/Cairo|
Ekaterinburg Standard Time=Asia/Yekaterinburg|FLE Standard Time=Europe/Kiev|Fiji Standard Time=Pacific/Fiji|
GMT Standard Time=Europe/London|GTB Standard Time=Europe/Bucharest|Georgian Standard Time=Asia/Tbilisi|
Greenland Standard Time=America/Godthab|Greenwich Standard Time=Atlantic/Reykjavik|Hawaiian Standard Time=Pacific/Honolulu|
India Standard Time=Asia/Calcutta|Iran Standard Time=Asia/Tehran|Israel Standard Time=Asia/Jerusalem|Jordan Standard Time=Asia/Amman|
Kaliningrad Standard Time=Europe/Kaliningrad|Korea Standard Time=Asia/Seoul|Mauritius Standard Time=Indian/Mauritius|
Middle East Standard Time=Asia/Beirut|Montevideo Standard Time=America/Montevideo|Morocco Standard Time=Africa/Casablanca|
Mountain Standard Time=America/Denver|Myanmar Standard Time=Asia/Rangoon|N. Central Asia Standard Time=Asia/Novosibirsk|
Namibia Standard Time=Africa/Windhoek|Nepal Standard Time=Asia/Katmandu|New Zealand Standard Time=Pacific/Auckland|
Newfoundland Standard Time=America/St_Johns|North Asia Standard Time=Asia/Krasnoyarsk|Pacific SA Standard Time=America/Santiago|
Pacific Standard Time=America/Los_Angeles|Pakistan Standard Time=Asia/Karachi|Romance Standard Time=Europe/Paris|
Russian Standard Time=Europe/Moscow|SA Eastern Standard Time=America/Cayenne|SA Pacific Standard Time=America/Bogota|
SA Western Standard Time=America/La_Paz|SE Asia Standard Time=Asia/Bangkok|Samoa Standard Time=Pacific/Apia|
Singapore Standard Time=Asia/Singapore|South Africa Standard Time=Africa/Johannesburg|Sri Lanka Standard Time=Asia/Colombo|
Syria Standard Time=Asia/Damascus|Taipei Standard Time=Asia/Taipei|Tasmania Standard Time=Australia/Hobart|
Tokyo Standard Time=Asia/Tokyo|Tonga Standard Time=Pacific/Tongatapu|Turkey Standard Time=Europe/Istanbul|
US Eastern Standard Time=America/Indianapolis|US Mountain Standard Time=America/Phoenix|UTC=UTC|
Venezuela Standard Time=America/Caracas|Vladivostok Standard Time=Asia/Vladivostok|W. Australia Standard Time=Australia/Perth|
W. Central Africa Standard Time=Africa/Lagos|W. Europe Standard Time=Europe/Berlin|West Asia Standard Time=Asia/Tashkent|
West Pacific Standard Time=Pacific/Port_Moresby|Yakutsk Standard Time=Asia/Yakutsk|Aleutian Standard Time=America/Adak|Altai Standard Time=Asia/Barnaul|Astrakhan Standard Time=Europe/Astrakhan|
Aus Central W. Standard Time=Australia/Eucla|Bahia Standard Time=America/Bahia|Bougainville Standard Time=Pacific/Bougainville|
Chatham Islands Standard Time=Pacific/Chatham|Cuba Standard Time=America/Havana|Dateline Standard Time=Etc/GMT+12|
Easter Island Standard Time=Pacific/Easter|Haiti Standard Time=America/Port-au-Prince|Kamchatka Standard Time=Asia/Kamchatka|
Libya Standard Time=Africa/Tripoli|Line Islands Standard Time=Pacific/Kiritimati|Lord Howe Standard Time=Australia/Lord_Howe|
Magadan Standard Time=Asia/Magadan|Magallanes Standard Time=America/Punta_Arenas|Marquesas Standard Time=Pacific/Marquesas|
Mountain Standard Time (Mexico)=America/Mazatlan|Norfolk Standard Time=Pacific/Norfolk|North Asia East Standard Time=Asia/Irkutsk|
North Korea Standard Time=Asia/Pyongyang|Omsk Standard Time=Asia/Omsk|Pacific Standard Time (Mexico)=America/Tijuana|
Paraguay Standard Time=America/Asuncion|Qyzylorda Standard Time=Asia/Qyzylorda|Russia Time Zone 10=Asia/Srednekolymsk|
Russia Time Zone 11=Asia/Kamchatka|Russia Time Zone 3=Europe/Samara|Saint Pierre Standard Time=America/Miquelon|
Sakhalin Standard Time=Asia/Sakhalin|Sao Tome Standard Time=Africa/Sao_Tome|Saratov Standard Time=Europe/Saratov|
South Sudan Standard Time=Africa/Juba|Sudan Standard Time=Africa/Khartoum|Tocantins Standard Time=America/Araguaina|
Tomsk Standard Time=Asia/Tomsk|Transbaikal Standard Time=Asia/Chita|Turks And Caicos Standard Time=America/Grand_Turk|
Ulaanbaatar Standard Time=Asia/Ulaanbaatar|
Volgograd Standard Time=Europe/Volgograd|W. Mongolia Standard Time=Asia/Hovd|West Bank Standard Time=Asia/Hebron|
Yukon Standard Time=America/Whitehorse|Eastern Time (US & Canada)=America/New_York|Central Time (US & Canada)=America/Chicago|
Mountain Time (US & Canada)=America/Denver|Pacific Time (US & Canada)=America/Los_Angeles|
tzone://Microsoft/Utc=UTC`;

const ZONES: ReadonlyMap<string, string> = new Map(
  NAMES.replaceAll('\n', '')
    .split('|')
    .map((pair) => {
      const [name = '', zone = ''] = pair.split('=');
      return [name.toLowerCase(), zone] as const;
    }),
);

/** The zone under a name of Windows, or null. */
export function windowsZone(name: string): string | null {
  return ZONES.get(name.toLowerCase()) ?? null;
}
