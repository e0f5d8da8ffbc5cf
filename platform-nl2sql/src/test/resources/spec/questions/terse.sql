CREATE TABLE dpt (dpt_id INTEGER PRIMARY KEY, dpt_nm TEXT, flr INTEGER);
CREATE TABLE wrkr (wrkr_id INTEGER PRIMARY KEY, fst_nm TEXT, lst_nm TEXT, hrs_wk INTEGER, dpt_id INTEGER, FOREIGN KEY (dpt_id) REFERENCES dpt(dpt_id));
CREATE TABLE prdct (prdct_id INTEGER PRIMARY KEY, prdct_nm TEXT, clr TEXT, orig_ctry TEXT, qty INTEGER, dpt_id INTEGER, FOREIGN KEY (dpt_id) REFERENCES dpt(dpt_id));
INSERT INTO dpt VALUES (1,'Garden',0),(2,'Kitchen',1),(3,'Office',1);
INSERT INTO wrkr VALUES (1,'Rosa','Klein',38,1),(2,'Sven','Thal',20,2),(3,'Tilda','Moor',30,2);
INSERT INTO prdct VALUES (1,'Spade','green','Norway',12,1),(2,'Kettle','red','Italy',30,2),(3,'Mug','blue','Italy',55,2),(4,'Lamp','red','Poland',8,2);
