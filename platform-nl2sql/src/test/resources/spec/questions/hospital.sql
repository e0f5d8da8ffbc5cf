CREATE TABLE Departments (Department_ID INTEGER PRIMARY KEY, Department_Name VARCHAR(40), Floor INTEGER, Budget REAL);
CREATE TABLE Physicians (Physician_ID INTEGER PRIMARY KEY, Physician_Name VARCHAR(40), Department_ID INTEGER, Salary REAL, Gender CHAR(1), FOREIGN KEY (Department_ID) REFERENCES Departments(Department_ID));
CREATE TABLE Patients (Patient_ID INTEGER PRIMARY KEY, Patient_Name VARCHAR(40), Date_of_Birth DATE, Home_City VARCHAR(30), Weight REAL, Height REAL);
CREATE TABLE Appointments (Appointment_ID INTEGER PRIMARY KEY, Physician_ID INTEGER, Patient_ID INTEGER, Appointment_Date DATE, Fee REAL, FOREIGN KEY (Physician_ID) REFERENCES Physicians(Physician_ID), FOREIGN KEY (Patient_ID) REFERENCES Patients(Patient_ID));
INSERT INTO Departments VALUES (1,'Cardiology',2,900000),(2,'Neurology',3,750000),(3,'Pediatrics',1,500000),(4,'Radiology',0,1200000);
INSERT INTO Physicians VALUES (1,'Dr. Amsel',1,150000,'F'),(2,'Dr. Bruch',1,120000,'M'),(3,'Dr. Celan',2,160000,'M'),(4,'Dr. Dorn',3,98000,'F'),(5,'Dr. Eich',2,131000,'F');
INSERT INTO Patients VALUES (1,'Paul Weiss','1980-04-12','Graz',82,180),(2,'Rita Lang','1995-09-30','Linz',61,168),(3,'Sam Kurz','2010-01-22','Graz',40,150),(4,'Tina Braun','1960-07-08','Wien',70,165),(5,'Udo Frey','1972-03-03','Linz',95,190);
INSERT INTO Appointments VALUES (1,1,1,'2023-01-10',120),(2,1,2,'2023-02-14',80),(3,3,1,'2023-02-20',200),(4,4,3,'2022-11-05',60),(5,2,4,'2023-03-01',150),(6,1,4,'2023-03-09',90);
