"""Well-known names: countries, regions, cities, some organisations, and first names."""

from __future__ import annotations


def _rows(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in text.replace("\n", " ").split(","))


_COUNTRIES = _rows("""
Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan,
Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia,
Botswana, Brazil, Brunei, Bulgaria, Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada, Cape
Verde, Chad, Chile, China, Colombia, Comoros, Congo, Costa Rica, Croatia, Cuba, Cyprus, Czechia,
Czech Republic, Denmark, Djibouti, Dominica, Dominican Republic, East Timor, Ecuador, Egypt, El
Salvador, England, Equatorial Guinea, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France,
Gabon, Gambia, Germany, Ghana, Greece, Grenada, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti,
Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast,
Jamaica, Japan, Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon,
Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Macedonia, Madagascar, Malawi,
Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius, Mexico, Micronesia, Moldova, Monaco,
Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nauru, Nepal, Netherlands, New
Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Northern Ireland, Norway, Oman,
Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland,
Portugal, Qatar, Romania, Russia, Rwanda, Samoa, San Marino, Saudi Arabia, Scotland, Senegal,
Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa, South
Korea, South Sudan, Soviet Union, Spain, Sri Lanka, Sudan, Suriname, Swaziland, Sweden,
Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Tibet, Togo, Tonga, Trinidad, Tunisia,
Turkey, Turkmenistan, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States, United
States of America, Uruguay, Uzbekistan, Vanuatu, Venezuela, Vietnam, Wales, Yemen, Yugoslavia,
Zaire, Zambia, Zimbabwe, Prussia, Czechoslovakia, East Germany, West Germany, Great Britain,
Britain, America, Holland, Persia
""")
_REGIONS = _rows("""
Africa, Antarctica, Asia, Europe, North America, South America, Latin America, Central America,
Oceania, Middle East, Far East, Near East, Caribbean, Balkans, Scandinavia, Siberia, Caucasus,
Crimea, Catalonia, Bavaria, Saxony, Hesse, Normandy, Brittany, Burgundy, Provence, Tuscany, Sicily,
Sardinia, Lombardy, Corsica, Crete, Flanders, Bohemia, Moravia, Silesia, Galicia, Andalusia,
Chechnya, Kashmir, Punjab, Bengal, Manchuria, Ontario, Quebec, British Columbia, Alberta, Nova
Scotia, Manitoba, Queensland, New South Wales, Tasmania, Cornwall, Yorkshire, Kent, Essex, Sussex,
Surrey, Hampshire, Ulster, Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut,
Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine,
Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New
Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon,
Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont,
Virginia, West Virginia, Wisconsin, Wyoming, Puerto Rico, New England, Silicon Valley, West Bank,
Gaza, Gaza Strip, Hong Kong, Macau, Greenland, Bermuda, Guam, Earth, Mars, Moon, Venus, Jupiter,
Manhattan, Brooklyn, Queens, Bronx, Harlem, Hollywood, Wall Street, Westminster, Atlantic, Pacific,
Mediterranean, Baltic, Adriatic, Aegean, Black Sea, Alps, Andes, Himalayas, Pyrenees, Rhine,
Danube, Nile, Thames, Volga, Seine, Amazon River, French Guiana, British Isles, Falklands, Indian
Ocean
""")
_CITIES = _rows("""
Aachen, Abidjan, Abu Dhabi, Accra, Addis Ababa, Adelaide, Aleppo, Alexandria, Algiers, Almaty,
Amman, Amsterdam, Ankara, Antioch, Antwerp, Athens, Atlanta, Auckland, Austin, Baghdad, Baku,
Baltimore, Bangalore, Bangkok, Barcelona, Basel, Basra, Beijing, Beirut, Belfast, Belgrade, Berlin,
Bern, Bethlehem, Birmingham, Bogota, Bogotá, Bologna, Bombay, Bonn, Bordeaux, Boston, Brasilia,
Bratislava, Bremen, Brisbane, Bristol, Bruges, Brussels, Bucharest, Budapest, Buenos Aires,
Buffalo, Cairo, Calais, Calcutta, Cambridge, Canberra, Cannes, Canterbury, Cape Town, Caracas,
Cardiff, Carthage, Casablanca, Charleston, Chennai, Chernobyl, Chicago, Cincinnati, Cleveland,
Cologne, Colombo, Constantinople, Copenhagen, Cupertino, Dakar, Dallas, Damascus, Dar es Salaam,
Delhi, Denver, Detroit, Dhaka, Dortmund, Dresden, Dubai, Dublin, Durban, Düsseldorf, Edinburgh,
Exeter, Florence, Frankfurt, Gdansk, Gdańsk, Geneva, Genoa, Ghent, Glasgow, Gothenburg, Graz,
Guangzhou, Guernica, Hamburg, Hanoi, Hanover, Harare, Havana, Heidelberg, Helsinki, Hiroshima, Ho
Chi Minh City, Houston, Indianapolis, Islamabad, Istanbul, Jakarta, Jerusalem, Johannesburg, Kabul,
Kampala, Kandahar, Kansas City, Karachi, Kathmandu, Khartoum, Kigali, Kinshasa, Kolkata, Krakow,
Kraków, Kuala Lumpur, Kyiv, Kiev, Kyoto, Lagos, Lahore, Lausanne, Leeds, Leicester, Leiden,
Leipzig, Leningrad, Lima, Lisbon, Liverpool, Ljubljana, London, Los Angeles, Luanda, Lusaka, Luxor,
Lyon, Lyons, Madrid, Magdeburg, Mainz, Malaga, Manchester, Manila, Mannheim, Maputo, Mariupol,
Marseille, Marseilles, Mecca, Medina, Melbourne, Memphis, Mexico City, Miami, Milan, Milwaukee,
Minneapolis, Minsk, Mogadishu, Montevideo, Montreal, Moscow, Mosul, Mumbai, Munich, Nagasaki,
Nairobi, Nanjing, Nantes, Naples, Nashville, New Delhi, New Orleans, New York City, Newark,
Newcastle, Norwich, Nottingham, Nuremberg, Oakland, Odessa, Orleans, Osaka, Oslo, Ottawa, Oxford,
Palermo, Paris, Peking, Perth, Philadelphia, Phnom Penh, Pisa, Pittsburgh, Plymouth, Portland,
Porto, Portsmouth, Potsdam, Prague, Pretoria, Pyongyang, Québec, Quito, Ramallah, Rangoon, Ravenna,
Reykjavik, Richmond, Riga, Rio de Janeiro, Riyadh, Rome, Rotterdam, Sacramento, Saigon, Salamanca,
Saint Petersburg, Salt Lake City, Salzburg, San Antonio, San Diego, San Francisco, San Jose, San
Juan, San Salvador, Santiago, São Paulo, Sao Paulo, Sarajevo, Seattle, Seoul, Seville, Shanghai,
Sheffield, Shenzhen, Skopje, Sofia, Southampton, Sparta, St. Helena, St. Louis, St. Paul, St.
Petersburg, St Andrews, Stalingrad, Stockholm, Strasbourg, Stuttgart, Sydney, Taipei, Tallinn,
Tashkent, Tbilisi, Tehran, Tel Aviv, Thebes, Thessalonica, Thessaloniki, Tianjin, Tirana, Tokyo,
Toronto, Toulouse, Trieste, Tripoli, Tunis, Turin, Ulm, Utrecht, Valencia, Vancouver, Venice,
Verona, Versailles, Vienna, Vilnius, Vladivostok, Warsaw, Washington, Wellington, Wittenberg,
Worms, Wuhan, Yalta, Yerevan, Yokohama, Zagreb, Zurich, Zürich
""")
PLACES = _COUNTRIES | _REGIONS | _CITIES
ORGANISATIONS = _rows("""
Adidas, Airbus, Alibaba, Amazon, Amnesty International, Apple, AstraZeneca, BBC, BMW, Barclays,
Bayer, Boeing, Bundestag, CNN, Chevron, Chrysler, Cisco, Citigroup, Comcast, Compaq, Congress,
Daimler, Deutsche Bank, Disney, Duma, European Union, Exxon, Facebook, Fiat, Ford, Gazprom, General
Electric, General Motors, Goldman Sachs, Google, Greenpeace, Hamas, Hezbollah, Honda, Huawei,
Hyundai, Intel, Interpol, Knesset, Kremlin, Lehman Brothers, Lockheed Martin, Lufthansa,
McDonald's, Merck, Microsoft, Mitsubishi, NASA, NATO, Netflix, Nike, Nintendo, Nissan, Nokia,
Novartis, Oracle, Parliament, Pentagon, Pepsi, Pfizer, Philips, Pixar, Porsche, Red Cross,
Reichstag, Renault, Reuters, Rolls-Royce, Samsung, Senate, Siemens, Sony, SpaceX, Spotify,
Starbucks, Taliban, Tesla, Treasury, Toyota, Twitter, UNESCO, UNICEF, United Nations, Vatican,
Volkswagen, Volvo, Walmart, White House, Yahoo, YouTube, Vichy, Allies, Associated Press
""")
ALSO = {
    "U.S.": "United States", "US": "United States", "USA": "United States",
    "U.S.A.": "United States", "United States of America": "United States",
    "America": "United States", "U.K.": "United Kingdom", "UK": "United Kingdom",
    "Britain": "United Kingdom", "Great Britain": "United Kingdom",
    "U.N.": "United Nations", "UN": "United Nations", "E.U.": "European Union",
    "EU": "European Union", "USSR": "Soviet Union", "U.S.S.R.": "Soviet Union",
    "UAE": "United Arab Emirates", "Kiev": "Kyiv", "Sao Paulo": "São Paulo",
    "Peking": "Beijing",
}  # fmt: skip
"""Names that are always one with another, whatever a document says."""
FIRST_NAMES = frozenset(
    """Aaron Abdul Abigail Abraham Adam Adele Adrian Agnes Ahmed Aidan Aisha Akira Alan
    Albert Alejandro Alessandro Alex Alexander Alexandra Alexei Alfred Ali Alice Alison
    Allan Allen Amanda Amelia Amina Amir Amy Ana Anders Andre Andrea Andreas Andrei Andrew
    Andrés Angela Angus Anita Ann Anna Anne Annette Anthony Antoine Anton Antonio Arjun
    Arne Arnold Arthur Astrid Audrey Barack Barbara Barry Beatrice Ben Benedict Benjamin
    Bernard Bernd Bert Beth Betty Bill Bo Bob Boris Brandon Brenda Brian Bridget Bruce
    Bruno Bryan Camilla Carl Carla Carlo Carlos Carmen Carol Caroline Catherine Cecilia
    Charles Charlie Charlotte Chen Chloe Chris Christian Christina Christine Christopher
    Clara Claire Claude Claudia Clive Colin Conrad Craig Cristina Cyril Dana Daniel
    Daniela David Dean Deborah Declan Denis Dennis Derek Desmond Diana Diane Diego Dieter
    Dilip Dimitri Dirk Dmitri Dmitry Dolores Dominic Don Donald Donna Dorothy Doug Douglas
    Duncan Dylan Eamon Eddie Edgar Edith Edmund Eduardo Edward Edwin Eileen Elaine Eleanor
    Elena Eli Elisabeth Elizabeth Ella Ellen Elliot Elon Elsa Emil Emilia Emily Emma
    Emmanuel Enrico Enrique Eric Erica Erik Erika Ernest Ernst Esther Ethan Eugene Eva
    Evelyn Farid Fatima Felipe Fidel Osama Saddam Augusto Kofi Felix Fernando Fiona
    Florence Frances Francesca Francesco Francis Francisco Franco Frank Franklin Franz
    Fred Frederick Friedrich Fritz Gabriel Gareth Gary Gavin Geoffrey Georg George Georges
    Georgia Gerald Gerard Gerhard Giacomo Gianni Gilbert Giorgio Giovanni Giulia Giuseppe
    Gloria Gordon Graham Greg Gregory Greta Guido Guillermo Gunther Gustav Guy Hannah Hans
    Harold Harriet Harry Haruto Hassan Heather Heinrich Helen Helena Helga Helmut Henri
    Henrik Henry Herbert Herman Hermann Hilary Hillary Hiroshi Holly Howard Hubert Hugh
    Hugo Hussein Ian Ibrahim Ida Igor Ines Inge Ingrid Irene Isaac Isabel Isabella Isla
    Ivan Jack Jackie Jacob Jacques Jaime Jake James Jamie Jan Jane Janet Janice Jason
    Javier Jean Jeff Jeffrey Jennifer Jeremy Jerome Jerry Jesse Jessica Jill Jim Jimmy
    Joan Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan Jorge Jose Josef
    Joseph Joshua José Joyce Juan Judith Julia Julian Julie Julius Justin Jürgen Karen
    Karim Karin Karl Kate Katharina Katherine Kathleen Kathryn Katie Kazuo Keith Kelly Ken
    Kenneth Kenji Kevin Khalid Kim Kirsten Klaus Konrad Kurt Kyle Lance Lars Laura
    Laurence Lauren Lawrence Leah Lee Leif Leila Len Leo Leon Leonard Leonardo Leopold
    Leslie Lewis Liam Lilian Linda Lionel Lisa Liz Lorenzo Lou Louis Louisa Louise Luc
    Luca Lucas Lucia Lucy Ludwig Luigi Luis Luisa Luke Luís Lydia Maggie Magnus Malcolm
    Manfred Manuel Marc Marcel Marco Marcus Margaret Maria Marie Marina Mario Marion Mark
    Marta Martha Martin Martina Mary Mathias Matilda Matt Matteo Matthew Matthias Maureen
    Maurice Max Maya Megan Mehmet Melanie Melissa Michael Michel Michelle Miguel Mikhail
    Mike Milan Mildred Miriam Mitch Mohamed Mohammad Mohammed Moira Molly Monica Morgan
    Mustafa Nadia Nancy Naomi Natalia Natalie Natasha Nathan Neil Nelson Ngozi Niall
    Nicholas Nick Nicola Nicolas Nicole Nigel Nikita Nikolai Nils Nina Noah Noel Nora
    Norman Oleg Oliver Olga Olivia Olof Omar Oscar Oskar Otto Owen Pablo Pamela Paolo
    Patricia Patrick Paul Paula Paulo Pauline Pedro Peggy Penelope Per Percy Pete Peter
    Petra Phil Philip Philippe Phillip Phyllis Pierre Piet Pieter Priya Rachel Rafael
    Rainer Raj Rajesh Ralph Ramon Randy Raphael Raul Ravi Ray Raymond Rebecca Regina
    Reinhard Rene René Ricardo Richard Rick Rita Rob Robert Roberta Roberto Robin Rodney
    Rodrigo Roger Roland Rolf Roman Ron Ronald Rosa Rosalind Rose Rosemary Ross Roy Rudolf
    Rupert Ruth Ryan Sabine Sally Salman Salvador Sam Samantha Samuel Sandra Sanjay Sarah
    Scott Sean Sebastian Sergei Sergio Seth Shane Sharon Sheila Shirley Sidney Silvia
    Silvio Simon Sofia Sonia Sophia Sophie Stan Stanley Stefan Stella Stephanie Stephen
    Steve Steven Stuart Sue Sunil Susan Susanna Suzanne Sven Sylvia Takeshi Tamara Tanya
    Tara Tariq Tatiana Ted Terence Teresa Terry Theo Theodor Theodore Theresa Thomas
    Tiffany Tim Timothy Tina Tobias Todd Tom Tommy Tony Tracy Trevor Tyler Ulrich Ursula
    Valerie Vanessa Vera Veronica Victor Victoria Viktor Vincent Viola Virginia Vivian
    Vladimir Volodymyr Wallace Walter Warren Wayne Wendy Werner Wilhelm Willem William
    Willy Winston Wolfgang Xavier Yasmin Yitzhak Yolanda Yuki Yuri Yusuf Yvonne Zoe Abdi
    Alec Anwar Archie Arturo Ashley Basil Beryl Brent Calvin Casey Cecil Chester Chuck
    Clarence Clifford Clinton Connie Corey Curtis Cynthia Danny Darren Denise Dick Doris
    Dwight Earl Edna Ernesto Estelle Ezra Faith Floyd Frieda Gail Geoff Gerry Gina Glenn
    Glen Grace Gretchen Guillaume Gwen Hamid Heinz Hilda Horace Irving Irma Isidor Jasmine
    Jill Joanna Jimmie Kirk Klara Lena Leroy Lillian Lloyd Lorraine Louie Lucille Luther
    Lyle Lynn Mabel Manolo Marcia Marianne Marjorie Maurizio Mick Mohammad Muhammad Ned
    Nellie Nelly Nikos Norma Osman Pascal Pat Perry Preston Quentin Raquel Reuben Rhoda
    Rodrigo Rosemarie Rory Roxanne Russell Sadie Saeed Selma Sheldon Shinzo Sid Soren
    Spencer Stacy Stavros Stewart Tessa Thelma Thierry Tomas Tomás Vaclav Václav Vernon
    Vikram Vito Walid Wanda Wes Wesley Willie Yasser Yoko Zoltan""".split()
)
STATES = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California",
    "Colo": "Colorado", "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida",
    "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana", "Kan": "Kansas", "Ky": "Kentucky",
    "La": "Louisiana", "Mass": "Massachusetts", "Md": "Maryland", "Mich": "Michigan",
    "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana",
    "Neb": "Nebraska", "Nev": "Nevada", "N.C.": "North Carolina", "N.H.": "New Hampshire",
    "N.J.": "New Jersey", "N.M.": "New Mexico", "N.Y.": "New York", "Okla": "Oklahoma",
    "Ont": "Ontario", "Ore": "Oregon", "Pa": "Pennsylvania", "R.I.": "Rhode Island",
    "S.C.": "South Carolina", "S.D.": "South Dakota", "Tenn": "Tennessee", "Tex": "Texas",
    "Va": "Virginia", "Vt": "Vermont", "W.Va": "West Virginia", "Wash": "Washington",
    "Wis": "Wisconsin", "Wyo": "Wyoming", "D.C.": "Washington",
}  # fmt: skip
"""States as they stand behind a town: Ulm, Calif."""
