CREATE TABLE "stadium" ("Stadium_ID" INT PRIMARY KEY, "Stadium_Name" TEXT, "Capacity" INT, "City" TEXT);
CREATE TABLE "team" ("Team_ID" INT PRIMARY KEY, "Team_Name" TEXT, "Founded" INT, "Stadium_ID" INT, "Nickname" TEXT, FOREIGN KEY ("Stadium_ID") REFERENCES "stadium"("Stadium_ID"));
CREATE TABLE "player" ("Player_ID" INT PRIMARY KEY, "Player_Name" TEXT, "Age" INT, "Position" TEXT, "Team_ID" INT, "Goals" INT, "Nationality" TEXT, FOREIGN KEY ("Team_ID") REFERENCES "team"("Team_ID"));
CREATE TABLE "match" ("Match_ID" INT PRIMARY KEY, "Home_Team" TEXT, "Attendance" INT, "Stadium_ID" INT, "Year" INT, FOREIGN KEY ("Stadium_ID") REFERENCES "stadium"("Stadium_ID"));
INSERT INTO "stadium" VALUES (1,'North Park',30000,'Leeds'),(2,'River Ground',18000,'York'),(3,'Old Mill',9000,'Hull'),(4,'Castle Field',42000,'Leeds');
INSERT INTO "team" VALUES (1,'Rovers',1901,1,'The Reds'),(2,'Wanderers',1899,2,'The Larks'),(3,'Athletic',1920,4,'The Lions');
INSERT INTO "player" VALUES (1,'Abel Stone',23,'goalkeeper',1,0,'English'),(2,'Ben Cruz',29,'striker',1,17,'Spanish'),(3,'Carl Duarte',31,'striker',2,11,'Portuguese'),(4,'Dev Rao',20,'midfielder',2,5,'English'),(5,'Ed Finch',26,'defender',3,2,'English'),(6,'Finn Gray',34,'striker',3,9,'Irish');
INSERT INTO "match" VALUES (1,'Rovers',21000,1,2019),(2,'Wanderers',15000,2,2019),(3,'Athletic',38000,4,2020),(4,'Rovers',25500,1,2021),(5,'Athletic',40100,4,2021);
