CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, first_name VARCHAR(30), last_name VARCHAR(30), email_address VARCHAR(60), country VARCHAR(30), membership_level VARCHAR(10));
CREATE TABLE products (product_id INTEGER PRIMARY KEY, product_name VARCHAR(40), category VARCHAR(30), unit_price DECIMAL(8,2), stock_quantity INTEGER);
CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, order_date DATE, order_status VARCHAR(15), FOREIGN KEY (customer_id) REFERENCES customers(customer_id));
CREATE TABLE order_items (order_item_id INTEGER PRIMARY KEY, order_id INTEGER, product_id INTEGER, quantity INTEGER, FOREIGN KEY (order_id) REFERENCES orders(order_id), FOREIGN KEY (product_id) REFERENCES products(product_id));
INSERT INTO customers VALUES (1,'Oona','Hill','oona@mail.example','Canada','gold'),(2,'Pete','Wood','pete@mail.example','Canada','silver'),(3,'Quinn','Reed','quinn@mail.example','Mexico','gold'),(4,'Rosa','Lane','rosa@mail.example','Brazil','bronze'),(5,'Seth','Ford','seth@mail.example','Mexico','silver');
INSERT INTO products VALUES (1,'desk lamp','lighting',35.50,120),(2,'floor lamp','lighting',89.00,40),(3,'oak table','furniture',420.00,7),(4,'office chair','furniture',199.90,23),(5,'wool rug','textiles',150.00,15),(6,'curtain','textiles',49.00,0);
INSERT INTO orders VALUES (1,1,'2023-01-02','shipped'),(2,1,'2023-03-15','cancelled'),(3,2,'2023-02-20','shipped'),(4,3,'2022-12-30','delivered'),(5,4,'2023-04-04','pending');
INSERT INTO order_items VALUES (1,1,1,2),(2,1,3,1),(3,2,4,4),(4,3,2,1),(5,4,1,3),(6,4,5,1),(7,5,4,2);
