CREATE TABLE author (author_id INTEGER PRIMARY KEY, name TEXT, country TEXT, birth_year INTEGER);
CREATE TABLE book (book_id INTEGER PRIMARY KEY, title TEXT, author_id INTEGER REFERENCES author(author_id), genre TEXT, pages INTEGER, published_year INTEGER);
CREATE TABLE member (member_id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT, age INTEGER, city TEXT);
CREATE TABLE loan (loan_id INTEGER PRIMARY KEY, book_id INTEGER REFERENCES book(book_id), member_id INTEGER REFERENCES member(member_id), loan_date DATE, days INTEGER);
INSERT INTO author VALUES (1,'Ana Prado','Spain',1960),(2,'Bo Lind','Sweden',1975),(3,'Carla Rossi','Italy',1948),(4,'Dan Okoro','Nigeria',1982),(5,'Eva Lind','Sweden',1990);
INSERT INTO book VALUES (1,'The Quiet Sea',1,'novel',320,1999),(2,'Winter Light',2,'crime',410,2010),(3,'Stone Roads',3,'history',280,1985),(4,'Red Harbour',2,'crime',365,2014),(5,'Short Days',4,'novel',190,2018),(6,'The Long Field',1,'novel',505,2006),(7,'Empire of Salt',3,'history',640,1991);
INSERT INTO member VALUES (1,'Iris','Moss',34,'Lyon'),(2,'Jon','Hale',19,'Turin'),(3,'Kim','Frost',52,'Lyon'),(4,'Lea','Stern',27,'Bern'),(5,'Max','Moss',45,'Turin'),(6,'Nils','Berg',61,'Lyon');
INSERT INTO loan VALUES (1,1,1,'2023-01-05',14),(2,2,1,'2023-02-11',21),(3,2,3,'2023-03-02',7),(4,4,2,'2023-03-15',30),(5,5,4,'2023-04-01',10),(6,7,3,'2023-05-20',28),(7,1,5,'2022-12-24',12);
